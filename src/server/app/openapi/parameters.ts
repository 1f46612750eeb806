import { fullPath, type Operation } from '../operation.js';
import { jsonSchema, type Part } from './json-schema.js';

const PATH_WORDS: Readonly<Record<string, string>> = {
  tenantId: 'The tenant that the server was started for.',
  projectId: 'The project that the server was started for.',
  jobId: 'The job.',
  subscriptionId: 'The subscription, as it was answered when it was made.',
};

/** What each parameter of a query means; its schema says what is allowed. */
const QUERY_WORDS: Readonly<Record<string, string>> = {
  level: 'A threshold: entries at that level and above. INFO, if left out.',
  fromTime: 'The earliest time, inclusive. ISO 8601; without a zone it is UTC.',
  toTime: 'The latest time, inclusive. ISO 8601; without a zone it is UTC.',
  limit: 'The most entries of the answer. 1000, if left out.',
  format: 'JSON, or text with a line an entry. structured, if left out.',
  afterSequence: 'Only what is numbered higher than this.',
  wait: 'The most seconds that the answer is held back while there is no such entry and the job has not ended. 0, if left out.',
  includeSubEvents: 'Whether small events are told, too. false, if left out.',
  granularity: 'How finely the timeline is cut. minutes, if left out.',
  interval: 'The length of time that figures are gathered over. 5m, if left out.',
  metrics: 'The groups of figures that are wanted, with commas between. All, if left out.',
  includeHistory: 'Whether samples of the past are told, too. false, if left out.',
  jobIds: 'The jobs, with commas between.',
  status: 'Only jobs of this status.',
  submittedBy: 'Only jobs of this submitter.',
  includeMetrics: 'Whether each job tells what it uses. false, if left out.',
  subscriptionId: 'The subscription whose events are wanted. All events from now on, if left out.',
  refreshInterval: 'How often the caller will ask, in whole seconds: a hint.',
};

const header = (name: string, description: string): Part => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

/** The parameters of an operation: those of its path, of its query, and the headers that it reads. */
export function parametersOf(operation: Operation): readonly Part[] {
  const inPath = [...fullPath(operation).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_WORDS[name],
    schema: { type: 'string', ...(name === 'subscriptionId' ? {} : { format: 'uuid' }) },
  }));
  return [...inPath, ...queryOf(operation), ...headersOf(operation)];
}

function queryOf(operation: Operation): Part[] {
  const parameters = 'query' in operation ? (operation.query?.parameters ?? {}) : {};
  return Object.entries(parameters).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    description: QUERY_WORDS[name],
    style: 'form',
    explode: false,
    schema: jsonSchema(schema, 'output'),
  }));
}

function headersOf(operation: Operation): Part[] {
  const isTagged = operation.kind === 'read' || (operation.kind === 'public' && operation.hasTag);
  const tag = header('If-None-Match', 'The tags of answers that the caller has.');
  const language = header('Accept-Language', 'The language of sentences: en, tr or ja.');
  return [...(isTagged ? [tag] : []), ...(operation.kind === 'read' ? [language] : [])];
}

import { endpoints, LogsBodySchema } from '../../contract/index.js';
import { logsQuery } from '../../contract/queries.js';
import { defineRead, TextAnswer } from '../app/operation.js';
import { rawLog } from './raw-log.js';

export const logs = defineRead({
  id: 'getLogs',
  summary: "A job's log, oldest entry first: as JSON, or as text with a line an entry.",
  path: endpoints.logs.path('{jobId}'),
  query: logsQuery,
  hasText: true,
  schemaName: 'Logs',
  schema: LogsBodySchema,
  errors: ['JOB_NOT_FOUND'],
  hold: {
    limitMs: ({ wait = 0 }) => wait * 1_000,
    isDue: ({ answers }, { jobId, question }) => answers.hasNews(jobId, question),
  },
  answer: ({ answers }, { jobId, question: { format, wait: _, ...question } }) =>
    format === 'raw'
      ? new TextAnswer(rawLog(question, (page) => answers.logs(jobId, page)))
      : answers.logs(jobId, question),
});

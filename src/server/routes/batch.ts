import { BatchBodySchema, endpoints } from '../../contract/index.js';
import { batchQuery } from '../../contract/queries.js';
import { defineRead } from '../app/operation.js';

export const batch = defineRead({
  id: 'getBatch',
  summary: 'Several jobs at once, a line each, and how busy the server is.',
  path: endpoints.batch.path(''),
  query: batchQuery,
  schemaName: 'Batch',
  schema: BatchBodySchema,
  errors: [],
  answer: ({ answers }, { question, language }) => answers.batch(question, language),
});

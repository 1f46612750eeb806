import { endpoints, ProgressBodySchema } from '../../contract/index.js';
import { defineRead } from '../app/operation.js';

export const progress = defineRead({
  id: 'getProgress',
  summary: 'How far a job is: its stages, what it does now, what it uses.',
  path: endpoints.progress.path('{jobId}'),
  hasLink: true,
  schemaName: 'Progress',
  schema: ProgressBodySchema,
  errors: ['JOB_NOT_FOUND'],
  answer: ({ answers }, { jobId, language }) => answers.progress(jobId, language),
});

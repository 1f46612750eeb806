import { DependenciesBodySchema, endpoints } from '../../contract/index.js';
import { defineRead } from '../app/operation.js';

export const dependencies = defineRead({
  id: 'getDependencies',
  summary: 'What a job waits for, and what waits for it.',
  path: endpoints.dependencies.path('{jobId}'),
  schemaName: 'Dependencies',
  schema: DependenciesBodySchema,
  errors: ['JOB_NOT_FOUND'],
  answer: ({ answers }, { jobId, language }) => answers.dependencies(jobId, language),
});

import { endpoints, MetricsBodySchema } from '../../contract/index.js';
import { metricsQuery } from '../../contract/queries.js';
import { defineRead } from '../app/operation.js';

export const metrics = defineRead({
  id: 'getMetrics',
  summary: 'What a job uses and how fast it is, against its own past and that of jobs like it.',
  path: endpoints.metrics.path('{jobId}'),
  query: metricsQuery,
  schemaName: 'Metrics',
  schema: MetricsBodySchema,
  errors: ['JOB_NOT_FOUND'],
  answer: ({ answers }, { jobId, question, language }) =>
    answers.metrics(jobId, question, language),
});

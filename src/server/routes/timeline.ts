import { endpoints, TimelineBodySchema } from '../../contract/index.js';
import { timelineQuery } from '../../contract/queries.js';
import { defineRead } from '../app/operation.js';

export const timeline = defineRead({
  id: 'getTimeline',
  summary: 'What happened to a job, and what is expected to.',
  path: endpoints.timeline.path('{jobId}'),
  query: timelineQuery,
  schemaName: 'Timeline',
  schema: TimelineBodySchema,
  errors: ['JOB_NOT_FOUND'],
  answer: ({ answers }, { jobId, question, language }) =>
    answers.timeline(jobId, question, language),
});

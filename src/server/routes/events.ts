import { eventsPath, SubscriptionEventSchema } from '../../contract/index.js';
import { eventsQuery } from '../../contract/queries.js';
import type { Opening } from '../app/operation.js';

export const events: Opening = {
  kind: 'opening',
  id: 'openEvents',
  summary:
    "Opens a socket on which a job's events come, each a text frame, until the job is final.",
  path: eventsPath('{jobId}'),
  query: eventsQuery,
  schemaName: 'SubscriptionEvent',
  schema: SubscriptionEventSchema,
  errors: ['JOB_NOT_FOUND', 'GONE', 'UPGRADE_REQUIRED'],
};

import {
  type SubscriptionsBody,
  SubscriptionsBodySchema,
  subscriptionsPath,
} from '../../contract/index.js';
import { storedSubscriptionBody } from '../answers/subscription-body.js';
import { ApiError } from '../api-error.js';
import { defineRead } from '../app/operation.js';

export const subscriptions = defineRead({
  id: 'getSubscriptions',
  summary: 'The subscriptions to a job, oldest first, and how the webhooks of each are doing.',
  path: subscriptionsPath('{jobId}'),
  isLive: true,
  schemaName: 'Subscriptions',
  schema: SubscriptionsBodySchema,
  errors: ['JOB_NOT_FOUND'],
  answer: ({ store, clock }, { jobId }): SubscriptionsBody => {
    if (store.job(jobId) === undefined) {
      throw new ApiError('JOB_NOT_FOUND', `There is no job ${jobId}.`);
    }
    const nowMs = clock.now();
    return {
      subscriptions: store.subscriptions(jobId).map((one) => storedSubscriptionBody(one, nowMs)),
    };
  },
});

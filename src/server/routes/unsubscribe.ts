import { subscriptionPath } from '../../contract/index.js';
import { ApiError } from '../api-error.js';
import type { Removal } from '../app/operation.js';

export const unsubscribe: Removal = {
  kind: 'removal',
  id: 'unsubscribe',
  summary: 'Ends a subscription at once; what was still to be delivered to it is not.',
  path: subscriptionPath('{jobId}', '{subscriptionId}'),
  errors: [],
  answer: ({ store, onUnsubscribed }, { jobId, subscriptionId }) => {
    if (store.removeSubscription(jobId, subscriptionId)) return onUnsubscribed?.(subscriptionId);
    throw new ApiError('NOT_FOUND', `There is no subscription ${subscriptionId} to this job.`);
  },
};

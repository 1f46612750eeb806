import { type EventsParams, isFinal, subscriptionEvents } from '../../contract/index.js';
import { ApiError } from '../api-error.js';
import type { Store } from '../store/port.js';
import type { StoredSubscription } from '../store/records.js';
import type { View } from './sender.js';

/** What is read to know what a peer is to get. */
export type ViewStore = Pick<Store, 'job' | 'outboxSequence' | 'subscription'>;

/** What a peer is to get, and where its job stands. */
export interface OpenView extends View {
  /** The number of the job's newest event. */
  last: number;
  /** Whether no event will follow. */
  isFinal: boolean;
}

/** Who has not subscribed gets everything, as a subscription that asks for nothing special would. */
const EVERYTHING = {
  events: [...subscriptionEvents],
  includeDebugEvents: false,
  notifyOnErrors: true,
  expiresAtMs: Number.POSITIVE_INFINITY,
};

/**
 * What the peer that asks this of a job's socket is to get. A number that no event has had yet counts as the newest.
 * Throws ApiError: JOB_NOT_FOUND, NOT_FOUND for a subscription that is not there, GONE for one that has expired.
 */
export function openView(
  store: ViewStore,
  jobId: string,
  { subscriptionId, afterSequence }: EventsParams,
  nowMs: number,
): OpenView {
  const job = store.job(jobId);
  if (job === undefined) throw new ApiError('JOB_NOT_FOUND', `There is no job ${jobId}.`);
  const last = store.outboxSequence(jobId);
  const here = { jobId, last, isFinal: isFinal(job.status) };
  const resumedAt = afterSequence === undefined ? undefined : Math.min(afterSequence, last);
  if (subscriptionId === undefined) {
    const sendAfter = resumedAt ?? last;
    return { ...here, wishes: EVERYTHING, chooseAfter: sendAfter, sendAfter };
  }
  const subscription = store.subscription(jobId, subscriptionId);
  return { ...here, ...viewOf(requireValid(subscription, nowMs), resumedAt) };
}

function requireValid(found: StoredSubscription | undefined, nowMs: number): StoredSubscription {
  if (found?.type !== 'websocket') {
    throw new ApiError('NOT_FOUND', 'This job has no such subscription of the type websocket.');
  }
  if (found.expiresAtMs <= nowMs) throw new ApiError('GONE', 'The subscription has expired.');
  return found;
}

/** What is chosen of progress depends on what was told before: all since the start is gone through, sent or not. */
function viewOf(
  subscription: StoredSubscription,
  resumedAt: number | undefined,
): Omit<View, 'jobId'> {
  const { id, startSequence, minProgressIncrement } = subscription;
  const sendAfter = resumedAt ?? startSequence;
  const chooseAfter =
    minProgressIncrement === undefined ? sendAfter : Math.min(startSequence, sendAfter);
  return { subscriptionId: id, wishes: wishesOf(subscription), chooseAfter, sendAfter };
}

const wishesOf = (subscription: StoredSubscription): View['wishes'] => {
  const { events, minProgressIncrement, includeDebugEvents, notifyOnErrors, expiresAtMs } =
    subscription;
  return {
    events,
    includeDebugEvents,
    notifyOnErrors,
    expiresAtMs,
    ...(minProgressIncrement === undefined ? {} : { minProgressIncrement }),
  };
};

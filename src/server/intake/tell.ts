import type { EventType, subscriptionEvents } from '../../contract/index.js';
import type { EventRecord } from '../store/records.js';
import type { Draft } from './draft.js';

type SubscriptionEvent = (typeof subscriptionEvents)[number] | 'debug';

/** Which events of a timeline subscribers hear of, and as what. All ends of a job are `jobCompleted`. */
const SUBSCRIBERS_HEAR: Partial<Record<EventType, SubscriptionEvent>> = {
  StageStarted: 'stageStarted',
  StageCompleted: 'stageCompleted',
  Warning: 'warning',
  Error: 'error',
  JobCompleted: 'jobCompleted',
  JobFailed: 'jobCompleted',
  JobCancelled: 'jobCompleted',
};

/** Adds an event to the timeline, and to the outbox where subscribers may want to hear of it. */
export function tell(draft: Draft, event: Omit<EventRecord, 'sequence'>): void {
  draft.job.eventSequence += 1;
  draft.events.push({ sequence: draft.job.eventSequence, ...event });
  const heardAs = SUBSCRIBERS_HEAR[event.type];
  if (heardAs === undefined) return;
  const { stageName, text, details, timeMs } = event;
  tellSubscribers(draft, heardAs, timeMs, {
    ...(stageName === undefined ? {} : { stageName }),
    ...(text === undefined ? {} : { message: text }),
    ...details,
  });
}

/**
 * Adds a row to the outbox. Rows are written whether anybody subscribes or not, so that a subscriber who comes later
 * can ask for what was before. `body` is the event object that subscribers get, but for its sequence, which the store
 * gives: `{type, jobId, jobName, timestamp, data}`.
 */
export function tellSubscribers(
  draft: Draft,
  type: SubscriptionEvent,
  timeMs: number,
  data: Readonly<Record<string, unknown>>,
): void {
  const { id: jobId, name: jobName } = draft.job;
  draft.outbox.push({
    id: draft.context.newId(),
    jobId,
    event: type,
    createdAtMs: draft.context.nowMs,
    body: { type, jobId, jobName, timestamp: new Date(timeMs).toISOString(), data },
  });
}

import type { SubscribeRequest, SubscriptionEvent } from '../../contract/index.js';
import { dataOf } from './told.js';

/** What is wanted of a job's events; all of them, where nothing is said. */
export type Wanted = Pick<SubscribeRequest, 'events' | 'filters'>;

/**
 * Whether an event is wanted, for events that no server has chosen: by the same rules as our server chooses them.
 * Events have to be asked about in their order.
 */
export function createChoice({
  events,
  filters = {},
}: Wanted): (event: SubscriptionEvent) => boolean {
  const { minProgressIncrement = 0, includeDebugEvents = false, notifyOnErrors = true } = filters;
  const lastOf = new Map<unknown, number>();
  const isNamed = (type: string): boolean =>
    events === undefined || events.some((one) => one === type);
  const hasMoved = (stage: unknown, progress: unknown): boolean => {
    if (typeof progress !== 'number') return true;
    const last = lastOf.get(stage);
    if (last !== undefined && pointsBetween(last, progress) < minProgressIncrement) return false;
    lastOf.set(stage, progress);
    return true;
  };
  return (event) => {
    const { type } = event;
    const { stageName, progress } = dataOf(event);
    if (type === 'stageStarted' || type === 'stageCompleted') lastOf.delete(stageName);
    if (type === 'error') return notifyOnErrors;
    if (type === 'debug') return includeDebugEvents;
    return isNamed(type) && (type !== 'progressUpdate' || hasMoved(stageName, progress));
  };
}

/** Percentages are told in tenths of a point, which have no exact form in binary. */
const pointsBetween = (before: number, after: number): number =>
  Math.round((after - before) * 10) / 10;

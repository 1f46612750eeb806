import type { SubscriptionEvent } from '../../contract/index.js';
import type { OutboxRecord, SubscriptionRecord, ToldProgress } from '../store/records.js';
import { fitEvent } from './fit-event.js';

/** What of a job's events is wanted. */
export type Wishes = Pick<
  SubscriptionRecord,
  'events' | 'minProgressIncrement' | 'includeDebugEvents' | 'notifyOnErrors' | 'expiresAtMs'
>;

/** What a row of the outbox is to somebody: an event or nothing, and what the choice of the next row rests on. */
export interface Choice {
  told: ToldProgress;
  event: SubscriptionEvent | undefined;
}

/**
 * Whether somebody is to hear of the next row of a job's outbox, and as what. It depends on nothing but the rows since
 * the subscription's start, taken one after another with `told` handed on from each to the next, at first `[]`: so it is
 * the same on a socket, in a webhook, and after a restart.
 *
 * - `events` names the types that are wanted. Errors are told of also when they are not named, unless `notifyOnErrors` is
 *   false, which holds them back also when they are. Debug entries of the log are an event of their own type, `debug`.
 * - Between two `progressUpdate` events of a stage lie `minProgressIncrement` percentage points at least. The first of a
 *   stage, and of one that was started again, is always told of.
 * - What came after `expiresAtMs` is nobody's.
 */
export function chooseEvent(wishes: Wishes, told: ToldProgress, row: OutboxRecord): Choice {
  if (row.createdAtMs > wishes.expiresAtMs || !isWanted(wishes, row.event)) {
    return { told: afterRow(told, row), event: undefined };
  }
  if (row.event !== 'progressUpdate') return { told: afterRow(told, row), event: toEvent(row) };
  return chooseProgress(wishes, told, row);
}

/** The same for rows in their order: all events that are chosen of them. */
export function chooseEvents(
  wishes: Wishes,
  told: ToldProgress,
  rows: readonly OutboxRecord[],
): { told: ToldProgress; events: SubscriptionEvent[] } {
  const events: SubscriptionEvent[] = [];
  let sofar = told;
  for (const row of rows) {
    const choice = chooseEvent(wishes, sofar, row);
    sofar = choice.told;
    if (choice.event !== undefined) events.push(choice.event);
  }
  return { told: sofar, events };
}

function isWanted({ events, includeDebugEvents, notifyOnErrors }: Wishes, type: string): boolean {
  if (type === 'error') return notifyOnErrors;
  if (type === 'debug') return includeDebugEvents;
  return events.includes(type);
}

/** A stage that starts or ends begins anew, if it ever does. */
function afterRow(told: ToldProgress, row: OutboxRecord): ToldProgress {
  if (row.event !== 'stageStarted' && row.event !== 'stageCompleted') return told;
  return without(told, stageOf(row));
}

function chooseProgress(wishes: Wishes, told: ToldProgress, row: OutboxRecord): Choice {
  const stage = stageOf(row);
  const { progress } = dataOf(row);
  if (typeof progress !== 'number') return { told, event: toEvent(row) };
  const last = told.find(([name]) => name === stage)?.[1];
  const least = wishes.minProgressIncrement ?? 0;
  if (last !== undefined && pointsBetween(last, progress) < least)
    return { told, event: undefined };
  return { told: [...without(told, stage), [stage, progress]], event: toEvent(row) };
}

const without = (told: ToldProgress, stage: string): ToldProgress =>
  told.filter(([name]) => name !== stage);

/** Percentages are told in tenths of a point, which have no exact form in binary: 8.2 - 3.2 is less than 5 there. */
const pointsBetween = (before: number, after: number): number =>
  Math.round((after - before) * 10) / 10;

const dataOf = ({ body }: OutboxRecord): Readonly<Record<string, unknown>> =>
  (body['data'] ?? {}) as Readonly<Record<string, unknown>>;

function stageOf(row: OutboxRecord): string {
  const { stageName } = dataOf(row);
  return typeof stageName === 'string' ? stageName : '';
}

/** The event object of both roads; `id` is the row's own, and so the same whenever it is told. */
function toEvent({ id, sequence, body }: OutboxRecord): SubscriptionEvent {
  const { type, jobId, jobName, timestamp, data } = body as Pick<
    SubscriptionEvent,
    'type' | 'jobId' | 'jobName' | 'timestamp' | 'data'
  >;
  return fitEvent({ id, type, jobId, jobName, timestamp, sequence, data });
}

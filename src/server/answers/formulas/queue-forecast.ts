import { byQueueOrder } from '../../queue/order.js';
import type { WaitingJob } from '../../queue/plan.js';

/** A queued job and how long it is expected to take, in milliseconds, where the past knows. */
export interface ForecastJob extends WaitingJob {
  expectedMs?: number | undefined;
}

/** What is known of the queue. Times are milliseconds since 1970. */
export interface QueueFacts {
  nowMs: number;
  /** How many jobs may run at a time; any number, if left out. */
  maxRunning?: number | undefined;
  /** Every running job with its expected end, where there is one. */
  runningEndsMs: ReadonlyMap<string, number | undefined>;
  queued: readonly ForecastJob[];
}

/** The place of a queued job, 1 for the first, and when it is expected to start and end. */
export interface QueueEntry {
  position: number;
  startMs?: number;
  endMs?: number;
}

const NEVER = Number.POSITIVE_INFINITY;

/**
 * Plays the queue forward. A place is free when the job on it is expected to end; whoever comes first in the order of
 * the queue and is ready then starts on it and ends `expected` later. A job is ready when all that it waits for are
 * expected to have ended; one that waits leaves its place to those behind it, as the queue itself does. What depends
 * on an end that is not known has no estimate. No estimate lies before now.
 */
export function forecastQueue(facts: QueueFacts): Map<string, QueueEntry> {
  const waiting = [...facts.queued].sort(byQueueOrder);
  const entries = new Map(
    waiting.map(({ id }, index): [string, QueueEntry] => [id, { position: index + 1 }]),
  );
  const endsMs = expectedEnds(facts);
  const places = workPlaces(facts);
  while (waiting.length > 0) {
    const place = earliest(places);
    const freeMs = places[place] ?? NEVER;
    if (freeMs === NEVER) break;
    const next = waiting.findIndex((job) => readyMs(job, endsMs) <= freeMs);
    const job = waiting[next];
    if (job === undefined) {
      places[place] = Math.min(...waiting.map((other) => readyMs(other, endsMs)));
      continue;
    }
    waiting.splice(next, 1);
    const endMs = freeMs + (job.expectedMs ?? NEVER);
    places[place] = endMs;
    endsMs.set(job.id, endMs);
    const entry = entries.get(job.id);
    if (entry !== undefined) Object.assign(entry, { startMs: freeMs }, endMs < NEVER && { endMs });
  }
  return entries;
}

/** When jobs that have not ended are expected to; what is not in the list has ended. */
function expectedEnds({ nowMs, queued, runningEndsMs }: QueueFacts): Map<string, number> {
  const endsMs = new Map(queued.map(({ id }) => [id, NEVER]));
  for (const [id, endMs] of runningEndsMs) endsMs.set(id, Math.max(nowMs, endMs ?? NEVER));
  return endsMs;
}

/**
 * When each place where a job can run is free. Where more jobs run than may, the first ones that end leave no place
 * behind.
 */
function workPlaces({ nowMs, maxRunning = NEVER, queued, runningEndsMs }: QueueFacts): number[] {
  const ends = [...runningEndsMs.values()].map((endMs) => Math.max(nowMs, endMs ?? NEVER));
  const taken = ends.sort((a, b) => b - a).slice(0, maxRunning);
  const free = Math.min(maxRunning - taken.length, queued.length);
  return [...taken, ...Array.from({ length: free }, () => nowMs)];
}

function earliest(places: readonly number[]): number {
  let found = 0;
  for (const [index, freeMs] of places.entries()) {
    if (freeMs < (places[found] ?? NEVER)) found = index;
  }
  return found;
}

const readyMs = ({ after }: ForecastJob, endsMs: ReadonlyMap<string, number>): number =>
  after.reduce((latestMs, id) => Math.max(latestMs, endsMs.get(id) ?? 0), 0);

import type { Clock } from '../../ports/clock.js';
import type { Store } from '../store/port.js';
import { NO_PAST, type Past, sumUpPast } from './formulas/past.js';

/** How many past jobs of a type estimates and benchmarks look at, the newest ones. */
const PAST_JOBS = 50;

/** The most types whose past is remembered at a time. */
const TYPES_KEPT = 100;

/** While reports stream in, a job that has just Completed may be counted this much later, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

/** What was found of a type, at which revision of the store, and when. */
interface Found {
  past: Past;
  revision: number;
  atMs: number;
}

/**
 * Reads the Completed jobs of a type. Nothing is read while the store has not changed, at most one job a second when
 * it has, and all of them with their stages only when a newer one has Completed.
 */
export function createPastJobs(
  store: Pick<Store, 'history' | 'revision'>,
  clock: Clock,
): (type: string) => Past {
  const found = new Map<string, Found>();
  return (type) => {
    const known = found.get(type);
    const atMs = clock.now();
    if (known !== undefined && Math.abs(atMs - known.atMs) < LOOK_EVERY_MS) return known.past;
    const revision = store.revision();
    const past = known?.revision === revision ? known.past : look(store, type, known?.past);
    if (found.size >= TYPES_KEPT) found.clear();
    found.set(type, { past, revision, atMs });
    return past;
  };
}

function look(store: Pick<Store, 'history'>, type: string, known: Past | undefined): Past {
  const newest = store.history(type, 1)[0];
  if (newest === undefined) return NO_PAST;
  if (known?.jobs[0]?.jobId === newest.jobId) return known;
  return sumUpPast(store.history(type, PAST_JOBS));
}

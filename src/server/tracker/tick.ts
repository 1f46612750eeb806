import type { JobEnd } from '../intake/life.js';
import { type LostJob, lostJobs, timeAsleep } from '../queue/leases.js';
import { atomically, type Desk, end, moveQueue } from './desk.js';

const DAY_MS = 86_400_000;
const TIDY_EVERY_MS = 60_000;

/** A store takes away much in many small pieces: for this long after it took any, it is asked on every tick. */
const TIDYING_MS = 600_000;

/**
 * What time alone changes. The queue is moved here as well, although every change moves it: a server that was started
 * again with more places to run has jobs to start that nothing else would.
 */
export function createTick(desk: Desk, keep: { days: number; jobs: number }): () => void {
  let lookedMs = desk.clock.now();
  let tidiedMs = Number.NEGATIVE_INFINITY;
  let tidyingUntilMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = desk.clock.now();
    desk.active.forgive(timeAsleep(lookedMs, nowMs));
    lookedMs = nowMs;
    atomically(desk, () => {
      for (const lost of lostJobs(desk.active.all(), nowMs)) end(desk, lost.id, lostEnd(lost));
      moveQueue(desk);
    });
    if (nowMs >= tidyingUntilMs && nowMs - tidiedMs < TIDY_EVERY_MS) return;
    tidiedMs = nowMs;
    const rule = { endedBeforeMs: nowMs - keep.days * DAY_MS, keep: keep.jobs };
    if (desk.store.prune(rule) > 0) tidyingUntilMs = nowMs + TIDYING_MS;
  };
}

const lostEnd = ({ silentMs }: LostJob): JobEnd => ({
  status: 'Failed',
  reason: `its reporter was not heard from for ${Math.round(silentMs / 1_000)} s`,
  details: { cause: 'lost', silentMs },
});

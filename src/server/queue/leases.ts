import type { ActiveJob } from '../tracker/active-jobs.js';

/** A job counts as lost after as many of its heartbeats in silence. */
const HEARTBEATS_MISSED = 3;

/** A server that was not asked what time it is for this long was asleep itself, and heard nobody. */
const ASLEEP_MS = 10_000;

/** A job whose reporter has been silent for too long. */
export interface LostJob {
  id: string;
  silentMs: number;
}

/** The jobs that promised to be heard from and were not, queued ones too. */
export function lostJobs(jobs: Iterable<ActiveJob>, nowMs: number): LostJob[] {
  const lost: LostJob[] = [];
  for (const { id, heartbeatMs, heardMs } of jobs) {
    const silentMs = nowMs - heardMs;
    if (heartbeatMs !== undefined && silentMs > HEARTBEATS_MISSED * heartbeatMs) {
      lost.push({ id, silentMs });
    }
  }
  return lost;
}

/**
 * How much longer everybody may be silent because the server did not run between two looks at the clock: it was
 * stopped, or the machine slept. 0 when it looked often enough, or the clock was set back.
 */
export function timeAsleep(lastLookMs: number, nowMs: number): number {
  const passedMs = nowMs - lastLookMs;
  return passedMs > ASLEEP_MS ? passedMs : 0;
}

import type { MovingEvent, StallEvent } from '../../domain/events/job-event.js';
import { isStall, nextQuiet, type Quiet, restartQuiet } from '../../domain/events/quiet.js';
import type { JobState } from '../../domain/events/watch-state.js';

/** Whether a job has logged anything, at any level, from a moment on; `undefined` when that can't be found out. */
export type HasLogged = (
  jobId: string,
  sinceMs: number,
  signal: AbortSignal | undefined,
) => Promise<boolean | undefined>;

/** Looks out for jobs that stand still. */
export interface StallWatch {
  /** Takes note of a look, whose result `job` holds already, and tells what it means. */
  after(
    job: JobState,
    atMs: number,
    signal: AbortSignal | undefined,
  ): Promise<StallEvent | MovingEvent | undefined>;
  /** Forgets a job, which has ended. */
  forget(jobId: string): void;
}

/** How long a log is not asked again for the same doubt. */
const CHECK_MS = 60_000;

/** What is known of a job that is watched. */
interface Watched {
  quiet: Quiet;
  /** When the log was last asked. */
  checkedMs: number;
}

/**
 * Names a stall only when the log is quiet, too. What is followed of the log may hold back the finer levels, so the
 * log itself is asked before a stall is named, and once a minute from then on. While `mayAsk` says no, it is put off.
 */
export function createStallWatch(
  hasLogged: HasLogged,
  mayAsk: () => boolean = () => true,
): StallWatch {
  const watched = new Map<string, Watched>();

  /** Takes note of a look without the log, and says what of the log is in doubt. */
  const note = (job: JobState, atMs: number): Watched & { doubtedMs: number | undefined } => {
    const known = watched.get(job.jobId);
    const quiet = nextQuiet(known?.quiet, job, atMs);
    const checkedMs = known?.checkedMs ?? atMs;
    watched.set(job.jobId, { quiet, checkedMs });
    return { quiet, checkedMs, doubtedMs: doubtOf(job, { quiet, checkedMs }, atMs) };
  };

  return {
    forget: (jobId) => watched.delete(jobId),
    async after(job, atMs, signal) {
      const { jobId, stall } = job;
      const { quiet, doubtedMs } = note(job, atMs);
      if (doubtedMs === undefined || !mayAsk()) {
        return stall !== undefined && quiet.looks === 0 ? moving(stall, atMs) : undefined;
      }
      const has = await hasLogged(jobId, doubtedMs, signal);
      // Where the log can't be asked nobody says that a job stands still, nor that it moves again.
      const isOver = has ?? stall === undefined;
      watched.set(jobId, { quiet: isOver ? restartQuiet(quiet, atMs) : quiet, checkedMs: atMs });
      if (isOver) return stall && moving(stall, atMs);
      return stall === undefined ? stalled(jobId, quiet, atMs) : undefined;
    },
  };
}

/** Since when the log has to be asked about, to know whether the job stands still (or still does). */
function doubtOf({ stall }: JobState, { quiet, checkedMs }: Watched, atMs: number) {
  if (stall === undefined) return isStall(quiet, atMs) ? quiet.sinceMs : undefined;
  return quiet.looks > 0 && atMs - checkedMs >= CHECK_MS ? checkedMs : undefined;
}

const stalled = (jobId: string, { sinceMs }: Quiet, atMs: number): StallEvent => ({
  type: 'stall',
  jobId,
  atMs,
  quietMs: atMs - sinceMs,
});

const moving = ({ jobId, atMs: sinceMs, quietMs }: StallEvent, atMs: number): MovingEvent => ({
  type: 'moving',
  jobId,
  atMs,
  quietMs: atMs - sinceMs + quietMs,
});

import type { LogEntry } from '../../contract/index.js';
import type { GapEvent, LogEvent } from '../../domain/events/job-event.js';
import { instant } from '../../domain/instant.js';

/** The moment of an entry; one whose time can't be read is taken as being of the time `otherwiseMs`. */
export const momentOf = ({ timestamp }: LogEntry, otherwiseMs = 0): number =>
  instant(timestamp) ?? otherwiseMs;

/** An entry as an event. */
export const logEvent = (
  jobId: string,
  entry: LogEntry,
  { atMs, isLate }: { atMs: number; isLate: boolean },
): LogEvent => ({ type: 'log', jobId, atMs, entry, ...(isLate ? { late: true } : {}) });

/** What is known of a hole in a log. */
type Hole = {
  [Key in keyof Omit<GapEvent, 'type' | 'jobId' | 'atMs'>]: GapEvent[Key] | undefined;
};

/** A hole as an event; borders that are not known are left out. */
export function gapEvent(jobId: string, atMs: number, hole: Hole): GapEvent {
  const known = Object.entries(hole).filter(([, value]) => value !== undefined);
  return {
    type: 'gap',
    jobId,
    atMs,
    reason: hole.reason ?? 'restarted',
    ...Object.fromEntries(known),
  };
}

/**
 * The latest moment after one more. A time ahead of the server's clock counts as now: after one entry of a wrong year
 * everything else would be late.
 */
export const laterOf = (
  latestMs: number | undefined,
  timeMs: number,
  serverTimeMs: number | undefined,
): number =>
  Math.max(latestMs ?? Number.NEGATIVE_INFINITY, Math.min(timeMs, serverTimeMs ?? timeMs));

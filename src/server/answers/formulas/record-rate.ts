import type { SampleRecord } from '../../store/records.js';

/** How far back a rate looks, in milliseconds. */
const RATE_WINDOW_MS = 60_000;

/** Fewer milliseconds than this say more about the clock than about the work. */
const SHORTEST_MS = 500;

/** What a rate is measured by: how many records were done at a moment, in which stage. */
export type RecordPoint = Pick<SampleRecord, 'timeMs' | 'recordsProcessed' | 'stage'>;

/**
 * Records per second of late: `(records of the newest point − records of the oldest) ÷ time between them`, over the
 * newest points that lie within {@link RATE_WINDOW_MS}, are of one stage, and in which neither time nor records go
 * back (a new stage counts anew). `undefined` when they span less than half a second, so of one point, too.
 */
export function recentRate(points: readonly RecordPoint[]): number | undefined {
  const counted = points.filter(({ recordsProcessed }) => recordsProcessed !== undefined);
  const newest = counted.at(-1);
  if (newest === undefined) return undefined;
  let oldest = newest;
  for (let index = counted.length - 2; index >= 0; index--) {
    const point = counted[index];
    if (point === undefined || !leadsTo(point, oldest)) break;
    if (newest.timeMs - point.timeMs > RATE_WINDOW_MS) break;
    oldest = point;
  }
  return rateBetween(oldest, newest);
}

/** `records ÷ seconds` between two points; `undefined` when they are too close, or time or records go back. */
export function rateBetween(from: RecordPoint, to: RecordPoint): number | undefined {
  if (!leadsTo(from, to)) return undefined;
  return averageRate(
    (to.recordsProcessed ?? 0) - (from.recordsProcessed ?? 0),
    to.timeMs - from.timeMs,
  );
}

/** `records ÷ seconds` over a length of time; `undefined` when either is unknown or the time is under half a second. */
export function averageRate(
  records: number | undefined,
  durationMs: number | undefined,
): number | undefined {
  if (records === undefined || durationMs === undefined || durationMs < SHORTEST_MS)
    return undefined;
  return records / (durationMs / 1000);
}

function leadsTo(from: RecordPoint, to: RecordPoint): boolean {
  if (from.recordsProcessed === undefined || to.recordsProcessed === undefined) return false;
  return (
    from.stage === to.stage &&
    from.timeMs <= to.timeMs &&
    from.recordsProcessed <= to.recordsProcessed
  );
}

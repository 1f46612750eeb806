const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const times = (unitMs: number, ...counts: number[]): number[] =>
  counts.map((count) => count * unitMs);

/** The distances between two ticks that read as round. */
const STEPS_MS = [
  ...times(1, 1, 2, 5, 10, 20, 50, 100, 200, 500),
  ...times(SECOND_MS, 1, 2, 5, 10, 15, 30),
  ...times(MINUTE_MS, 1, 2, 5, 10, 15, 30),
  ...times(HOUR_MS, 1, 2, 3, 6, 12),
  ...[1, 10, 100, 1000, 10_000, 100_000, 1_000_000].flatMap((power) =>
    times(DAY_MS * power, 1, 2, 5),
  ),
];

/** A stretch of time, in milliseconds since 1970, on a number of columns. */
export interface TimeScale {
  startMs: number;
  endMs: number;
  columns: number;
}

/**
 * The column of a moment, from 0 to `columns - 1`. A later moment is never left of an earlier one; moments outside
 * of the stretch are at its ends.
 */
export function columnOf(timeMs: number, { startMs, endMs, columns }: TimeScale): number {
  if (endMs <= startMs) return 0;
  const share = (timeMs - startMs) / (endMs - startMs);
  return Math.round(Math.min(1, Math.max(0, share)) * (columns - 1));
}

/** Where an axis is labelled. */
export interface Ticks {
  /** The distance between two ticks. */
  stepMs: number;
  /** The moments, rising, all of them inside of the stretch. */
  timesMs: number[];
}

/**
 * Ticks at round times of the user's clock, as many as there is room for. `labelColumns` is how wide the label of a
 * tick is for a step; `offsetMs` is how far the user's zone is ahead of UTC.
 */
export function chooseTicks(
  scale: TimeScale,
  labelColumns: (stepMs: number) => number,
  offsetMs: number,
): Ticks {
  const spanMs = scale.endMs - scale.startMs;
  if (spanMs <= 0) return { stepMs: SECOND_MS, timesMs: [scale.startMs] };
  const columnsPerMs = (scale.columns - 1) / spanMs;
  const roomy = STEPS_MS.find((stepMs) => stepMs * columnsPerMs >= labelColumns(stepMs) + 2);
  const stepMs = roomy ?? STEPS_MS.at(-1) ?? DAY_MS;
  const timesMs: number[] = [];
  const firstMs = Math.ceil((scale.startMs + offsetMs) / stepMs) * stepMs - offsetMs;
  for (let timeMs = firstMs; timeMs <= scale.endMs; timeMs += stepMs) timesMs.push(timeMs);
  return { stepMs, timesMs };
}

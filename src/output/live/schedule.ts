/** What decides when the next frame is due. Times are milliseconds since 1970 by this machine's clock. */
export interface Schedule {
  nowMs: number;
  /** When the last frame was drawn; `undefined` before the first one. */
  lastMs: number | undefined;
  /** Between two frames that nobody has asked for. */
  tickMs: number;
  /** Somebody has asked for a frame. */
  isAsked: boolean;
  /** Until when the window may still be changing its size. */
  settlesMs: number;
}

/** 15 frames a second: more of them nobody sees. */
const LEAST_GAP_MS = 1000 / 15;

/**
 * A window that is being dragged changes its size many times. A terminal breaks the lines of a frame anew each time,
 * and joins them again, all by itself; only what is painted in the middle of that can't be undone.
 */
export const SETTLING_MS = 50;

/** When the next frame is due. */
export function nextFrameMs(schedule: Schedule): number {
  const { nowMs, lastMs, tickMs, isAsked, settlesMs } = schedule;
  // Somebody may have set the machine's clock back, by years.
  if (lastMs === undefined || nowMs < lastMs) return nowMs;
  const tickedMs = tickOf(lastMs, tickMs) + tickMs;
  const askedMs = isAsked ? lastMs + LEAST_GAP_MS : Number.POSITIVE_INFINITY;
  const isSettling = settlesMs > nowMs && settlesMs <= nowMs + SETTLING_MS;
  return Math.max(Math.min(tickedMs, askedMs), isSettling ? settlesMs : 0);
}

/** The tick that a moment belongs to: clocks that are drawn from it move evenly, whenever a frame is really drawn. */
export const tickOf = (timeMs: number, tickMs: number): number =>
  Math.floor(timeMs / tickMs) * tickMs;

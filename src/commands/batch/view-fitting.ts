import type { Look } from '../../render/look.js';
import type { SafeText } from '../../render/safe-text.js';
import { type BatchState, batchView } from './view.js';

/** A job takes so many lines at least, and hardly more than so many. */
const LEAST_LINES = 2;
const USUAL_MOST_LINES = 4;

/** As many of the jobs, from the first one, as there is room for, and how many more there are. */
export function fittingBatchView(state: BatchState, rows: number, look: Look): SafeText[] {
  const { jobs } = state.body;
  let count = Math.min(jobs.length, Math.max(1, Math.floor(rows / LEAST_LINES)));
  for (;;) {
    const body = { ...state.body, jobs: jobs.slice(0, count) };
    const lines = [...batchView({ ...state, body, left: jobs.length - count }, look)];
    const excess = lines.length - rows;
    if (excess <= 0 || count <= 1) return lines;
    count = Math.max(1, count - Math.ceil(excess / USUAL_MOST_LINES));
  }
}

import { sortJobs } from '../../domain/batch-sort.js';
import { foldedLines, MOST_ON_TERMINAL } from '../../render/folded.js';
import type { Look } from '../../render/look.js';
import type { SafeText } from '../../render/safe-text.js';
import { word } from '../../render/words.js';
import { type BatchState, batchView } from './view.js';

/**
 * All jobs in a pipe. On a terminal no more than can be scrolled back to: those that come first in the order that was
 * asked for, else what needs a person first; then how many there are besides.
 */
export function foldedBatchView(
  state: BatchState,
  look: Look,
  { isSorted, most = MOST_ON_TERMINAL }: { isSorted: boolean; most?: number },
): Iterable<SafeText> {
  const { jobs } = state.body;
  if (!look.terminal || jobs.length <= most) return batchView(state, look);
  const ordered = isSorted ? jobs : sortJobs(jobs, 'status', look.messages.units.locale);
  const left = ordered.slice(most);
  const kinds = left.map(({ status }) => word('status', status, look.messages));
  const body = { ...state.body, jobs: ordered.slice(0, most) };
  return batchView({ ...state, body, left: left.length, more: foldedLines(kinds, look) }, look);
}

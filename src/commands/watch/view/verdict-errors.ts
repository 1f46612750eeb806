import type { VerdictEvent } from '../../../domain/events/job-event.js';
import { heading } from '../../../render/gauges.js';
import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe } from '../../../render/safe-text.js';
import { logsView } from '../../logs/view.js';
import { commandLines } from './command-lines.js';

/** Of a job that failed: its last entries at ERROR with their details, and the command to read more. */
export function errorLines(
  { state, jobId, lastErrors = [] }: VerdictEvent,
  look: Look,
  place: string,
): SafeText[] {
  if (state !== 'Failed') return [];
  const words = look.messages.watch.verdict;
  const { lines } = logsView(lastErrors, look, { showsDetails: true });
  const command = ['jobtrack', 'logs', jobId, '--level ERROR', place.trim()];
  return [
    ...(lines.length === 0 ? [] : [...heading(inline(words.lastErrors), look), ...lines]),
    safe``,
    ...commandLines(words.readMore, command, look),
  ];
}

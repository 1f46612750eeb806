import { isFinal } from '../../../contract/index.js';
import type { VerdictEvent } from '../../../domain/events/job-event.js';
import type { WatchState } from '../../../domain/events/watch-state.js';
import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe } from '../../../render/safe-text.js';
import { statusSymbol } from '../../../render/symbols.js';
import { statusPaint } from '../../../render/theme.js';
import { wrap } from '../../../render/width.js';
import { stateName } from '../plain/words.js';
import { commandLines } from './command-lines.js';
import { whyStale } from './stale.js';
import { errorLines } from './verdict-errors.js';
import { outcomeLines } from './verdict-jobs.js';
import { summaryLines } from './verdict-summary.js';

/** A command with more jobs than this is not written out. */
const MOST_JOBS = 10;

/**
 * What is left on the terminal below the last frame: how it ended, why, and how to read more. `place` is what
 * every command that is offered needs to find the same jobs, see `placeWords`.
 */
export function verdictView(
  state: WatchState,
  verdict: VerdictEvent,
  look: Look,
  place: string,
): SafeText[] {
  const isSingle = state.jobs.length === 1;
  const open = state.jobs.filter(({ status }) => !isFinal(status)).map(({ jobId }) => jobId);
  return [
    ...(isSingle ? [] : outcomeLines(state, verdict.atMs, look)),
    ...(verdict.state === 'TimedOut'
      ? timedOutLines(state, verdict, look)
      : endLines(state, verdict, look)),
    ...errorLines(verdict, look, place),
    ...(open.length === 0 ? [] : [safe``, ...returnLines(open, hasAnswer(state), look, place)]),
  ];
}

/** What is said when a watch is left before its jobs are done: that they go on, and the command to return to them. */
export const interruptedView = (
  jobIds: readonly string[],
  look: Look,
  place: string,
): SafeText[] => [safe``, ...returnLines(jobIds, true, look, place)];

/** How the job ended that decides, and what it came to; nothing where all of several jobs are completed. */
function endLines(state: WatchState, verdict: VerdictEvent, look: Look): SafeText[] {
  const { jobs } = state;
  const job = jobs.find(({ jobId }) => jobId === verdict.jobId);
  if (jobs.length === 1) {
    return [safe``, ...headLines(verdict, '', look), ...summaryLines(verdict, job, look)];
  }
  if (jobs.every(({ status }) => status === 'Completed')) return [];
  return [safe``, ...headLines(verdict, `${job?.jobName ?? verdict.jobId}: `, look)];
}

/** `✓ Completed in 22m 3s`, `✗ Failed at stage Data Loading: out of memory`. */
function headLines(
  { state, durationMs, failedStage, reason }: VerdictEvent,
  who: string,
  look: Look,
): SafeText[] {
  const { verdict: words } = look.messages.watch;
  const duration = durationMs === undefined ? undefined : look.formats.duration(durationMs);
  const ways: Record<string, string> = {
    Completed: words.completed(duration),
    Failed: words.failed(failedStage),
    Cancelled: words.cancelled(duration),
  };
  const how = ways[state] ?? stateName(state, look);
  const why = reason === undefined || reason === '' ? '' : `: ${reason}`;
  const line = safe`${statusSymbol(look.symbols, state)} ${inline(`${who}${how}${why}`)}`;
  return wrap(line, look.width).map(statusPaint(look.theme, state));
}

/** The watch gave up before the jobs were done, and perhaps before there was an answer. */
function timedOutLines({ stale }: WatchState, { atMs }: VerdictEvent, look: Look): SafeText[] {
  const { theme, symbols, messages } = look;
  const line = safe`${symbols.warning} ${inline(messages.watch.verdict.timedOut)}`;
  return [
    safe``,
    ...wrap(line, look.width).map(theme.caution),
    ...(stale === undefined ? [] : wrap(whyStale(stale, atMs, look), look.width)),
  ];
}

const hasAnswer = ({ jobs }: WatchState): boolean =>
  jobs.some(({ seenAtMs }) => seenAtMs !== undefined);

/** The command to return to jobs, behind the words that they go on, as far as that is known. */
function returnLines(
  jobIds: readonly string[],
  areKnown: boolean,
  look: Look,
  place: string,
): SafeText[] {
  const { goesOn, goOnMany, tryAgain } = look.messages.watch;
  if (jobIds.length > MOST_JOBS) return wrap(inline(goOnMany), look.width);
  const command = ['jobtrack', 'watch', ...jobIds, place.trim()];
  return commandLines(areKnown ? goesOn(jobIds.length) : tryAgain, command, look);
}

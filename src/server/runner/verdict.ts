import type { CommandEnd } from './running.js';

/** What a command's end says of its job. */
export interface Verdict {
  status: 'Completed' | 'Failed' | 'Cancelled';
  exitCode?: number;
  reason?: string;
}

/** The signals with which people and systems ask for an end. */
const ASKING: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']);

/**
 * Completed is exit code 0. Cancelled is what somebody asked to end: a signal was passed on, Ctrl-C was typed just
 * before, or such a signal killed it. Anything else is Failed.
 */
export function verdictOf(end: CommandEnd, { wasAsked }: { wasAsked: boolean }): Verdict {
  if (end.kind === 'killed') {
    const isCancelled = wasAsked || ASKING.has(end.signal);
    return {
      status: isCancelled ? 'Cancelled' : 'Failed',
      reason: `killed by ${end.signal}`,
    };
  }
  const { exitCode } = end;
  if (wasAsked)
    return {
      status: 'Cancelled',
      exitCode,
      reason: `exit code ${exitCode} after it was asked to end`,
    };
  if (exitCode === 0) return { status: 'Completed', exitCode };
  return { status: 'Failed', exitCode, reason: `exit code ${exitCode}` };
}

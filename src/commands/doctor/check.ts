import { type ExitCode, isJobtrackError } from '../../errors/index.js';
import { errorText } from '../../i18n/error-text.js';
import type { Messages } from '../../i18n/messages.js';
import type { Clock } from '../../ports/clock.js';

/** What is looked at, in the order in which a request needs it. */
export const checkNames = [
  'settings',
  'dns',
  'connect',
  'tls',
  'token',
  'request',
  'clock',
] as const;
export type CheckName = (typeof checkNames)[number];

/** How a check ended. A warning does not keep jobtrack from working. */
export type CheckState = 'ok' | 'warning' | 'failed' | 'skipped';

/** What a check found, in words. */
export interface Finding {
  state: CheckState;
  detail: string;
  /** What to do about it. */
  todo?: string | undefined;
  /** What the program ends with when this is the first check that failed. */
  exitCode?: ExitCode;
}

/** One line of the doctor. */
export interface Check extends Finding {
  name: CheckName;
  /** Left out where the check did not run. */
  durationMs?: number;
}

/** What a check that failed found: the error in the user's words. */
export function findingOf(error: unknown, messages: Messages): Finding {
  if (!isJobtrackError(error)) throw error;
  const { what, todo } = errorText(error, messages);
  return { state: 'failed', detail: what, todo, exitCode: error.exitCode };
}

/** Does a check and takes its time. */
export async function timed(
  name: CheckName,
  clock: Clock,
  look: () => Finding | Promise<Finding>,
): Promise<Check> {
  const startedMs = clock.now();
  const finding = await look();
  return { name, ...finding, durationMs: clock.now() - startedMs };
}

/** Checks that did not run, and why. */
export const skipped = (names: readonly CheckName[], detail: string): Check[] =>
  names.map((name) => ({ name, state: 'skipped', detail }));

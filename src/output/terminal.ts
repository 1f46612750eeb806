import type { OutputPort } from '../ports/io.js';

/** Narrower than this nothing readable fits; a terminal that says so is probably wrong. */
const NARROWEST = 20;
const USUAL_COLUMNS = 80;

/** Wider than any terminal. COLUMNS can hold any number, and a drawing takes memory for each of its columns. */
const WIDEST = 1000;

const within = (columns: number): number => Math.min(WIDEST, Math.max(NARROWEST, columns));

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a terminal is there that understands more than plain lines. */
export const isSmartTerminal = (output: OutputPort, environment: Environment): boolean =>
  output.isTTY && environment['TERM'] !== 'dumb';

/**
 * Columns to fit into: the terminal's, else what COLUMNS says, else no limit: a pipe gets every fact in full.
 */
export function fitColumns(output: OutputPort, environment: Environment): number {
  const told = Number(environment['COLUMNS']);
  const hasTold = Number.isInteger(told) && told > 0;
  if (!output.isTTY) return hasTold ? within(told) : Number.POSITIVE_INFINITY;
  return within(output.columns() || (hasTold ? told : USUAL_COLUMNS));
}

/** Whether the terminal's character set is Unicode, by the locale that POSIX puts first. */
export function canUnicode(environment: Environment): boolean {
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
  if (environment['TERM'] === 'linux') return false;
  // No locale at all is usual in containers and CI, whose logs are read as UTF-8.
  return locale === '' || /utf-?8/i.test(locale);
}

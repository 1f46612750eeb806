import type { ExitCode } from './errors/index.js';
import { type ErrorText, JobtrackError } from './errors/index.js';
import { errorText } from './i18n/error-text.js';
import type { Messages } from './i18n/messages.js';
import { toSafeJson } from './output/safe-json.js';
import { inline, type SafeText, safe } from './render/safe-text.js';
import type { Theme } from './render/theme.js';

/** How an error is told. */
export interface ReportStyle {
  messages: Messages;
  theme: Theme;
  /** As one JSON object, for `-o json` and `-o ndjson`. */
  json: boolean;
  /** With the stack, for `--verbose`. */
  verbose: boolean;
}

/** An error as lines for stderr, and the exit code that it leads to. The one place where errors become words. */
export function report(
  error: unknown,
  style: ReportStyle,
): { lines: SafeText[]; exitCode: ExitCode } {
  const known = asJobtrackError(error);
  const text = errorText(known, style.messages);
  return {
    lines: style.json
      ? [jsonLine(known, text)]
      : [...humanLines(known, text, style), ...stack(error, style)],
    exitCode: known.exitCode,
  };
}

function asJobtrackError(error: unknown): JobtrackError {
  if (error instanceof JobtrackError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new JobtrackError('INTERNAL', { reason }, { cause: error }) as JobtrackError;
}

function humanLines(
  error: JobtrackError,
  text: ErrorText,
  { messages, theme }: ReportStyle,
): SafeText[] {
  const lines = [safe`${theme.bad(inline(messages.general.error))} ${inline(text.what)}`];
  if (text.todo !== undefined) lines.push(inline(text.todo));
  if (error.requestId !== undefined) {
    lines.push(theme.faint(inline(messages.general.requestId(error.requestId))));
  }
  return lines;
}

function jsonLine(error: JobtrackError, text: ErrorText): SafeText {
  const { code, status, requestId } = error;
  // Always the same four keys: a reader need not ask which are there.
  return toSafeJson({
    error: { code, message: text.what, status: status ?? null, requestId: requestId ?? null },
  });
}

function stack(error: unknown, { verbose, theme }: ReportStyle): SafeText[] {
  if (!verbose || !(error instanceof Error) || error.stack === undefined) return [];
  return error.stack.split('\n').map((line) => theme.faint(inline(line)));
}

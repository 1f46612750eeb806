import { type ExitCode, exitCodes } from './errors/index.js';
import { writeLines } from './output/writing.js';
import { report } from './report.js';
import { type Start, themeOf } from './start.js';

/** Says on stderr what went wrong, and answers the exit code. Nothing is left to say to who has ended the program. */
export async function tellError(error: unknown, start: Start): Promise<ExitCode> {
  const { system, messages, scan } = start;
  if (system.ending.aborted) return exitCodes.done;
  const { lines, exitCode } = report(error, {
    messages,
    theme: themeOf(system.io.stderr, start),
    json: scan.json ?? /^(?:nd)?json$/.test(system.environment['JOBTRACK_OUTPUT'] ?? ''),
    verbose: scan.verbose,
  });
  await writeLines(system.io.stderr, lines);
  return exitCode;
}

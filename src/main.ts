import { exitCodes } from './errors/exit-codes.js';
import type { Ending, EndReason, System } from './ports/system.js';
import { runProgram } from './run-program.js';
import { createSystem } from './system/index.js';

/** Runs the program on this machine and answers its exit code; dies by the signal when one asked for the end. */
export async function main(): Promise<number> {
  const system = createSystem();
  const over = new AbortController();
  const early = endedEarly(system, over.signal);
  const program = runProgram(system);
  const first = await Promise.race([program, early]);
  // What was broken off by a signal has no say in how it ended; what asked for time to tidy up has.
  const isBrokenOff = system.ending.aborted && system.lingerMs() === 0;
  const ending = isBrokenOff ? await early : first;
  over.abort();
  if (typeof ending === 'number') return ending;
  system.dieBy(ending);
  return exitCodes.unknown;
}

/** How the program ends when it is asked to: at once, unless it has asked for time to tidy up and is still at it. */
async function endedEarly({ ending, clock, lingerMs }: System, over: AbortSignal): Promise<Ending> {
  if (!ending.aborted) {
    await new Promise((resolve) => ending.addEventListener('abort', resolve, { once: true }));
  }
  const reason = ending.reason as EndReason;
  if (lingerMs() > 0) await clock.sleep(lingerMs(), over).catch(() => {});
  // `| head -1` has what it wanted: that is no failure.
  return reason.kind === 'signal' ? reason.signal : exitCodes.done;
}

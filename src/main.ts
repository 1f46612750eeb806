import { exitCodes } from './errors/index.js';
import type { EndReason, System } from './ports/system.js';
import { runProgram } from './run-program.js';
import { createSystem } from './system/index.js';

/** Runs the program on this machine and answers its exit code; dies by the signal when one asked for the end. */
export async function main(): Promise<number> {
  const system = createSystem();
  const early = new Promise<'early'>((resolve) => {
    system.ending.addEventListener('abort', () => resolve('early'), { once: true });
  });
  const outcome = await Promise.race([runProgram(system), early]);
  if (outcome !== 'early' && !system.ending.aborted) return outcome;
  return endEarly(system);
}

function endEarly(system: System): number {
  const reason = system.ending.reason as EndReason;
  if (reason.kind === 'signal') system.dieBy(reason.signal);
  // `| head -1` has what it wanted: that is no failure.
  return exitCodes.done;
}

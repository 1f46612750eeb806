import { exitCodes } from '../errors/index.js';
import type { Ending, EndReason } from '../ports/system.js';

/** Waits until the program is asked to end, and answers how it is to. */
export async function untilEnded(signal: AbortSignal): Promise<Ending> {
  if (!signal.aborted) {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  }
  return earlyEnding(signal);
}

/** How a program ends that was asked to: by the signal; with 0 where nobody reads any more what it has to say. */
export function earlyEnding(signal: AbortSignal): Ending {
  const reason = signal.reason as EndReason;
  return reason.kind === 'signal' ? reason.signal : exitCodes.done;
}

import type { EndingSignal, EndReason } from '../ports/system.js';
import { endingSignals } from '../ports/system.js';
import { restoreTerminal } from './restore.js';

/** Turns the signals that end a program into one AbortSignal; a second one ends it at once. */
export function watchEnding(outputClosed: AbortSignal): AbortSignal {
  const ending = new AbortController();
  for (const signal of endingSignals) {
    process.on(signal, () => {
      if (ending.signal.aborted) dieBy(signal);
      ending.abort({ kind: 'signal', signal } satisfies EndReason);
    });
  }
  outputClosed.addEventListener('abort', () => {
    ending.abort({ kind: 'output-closed' } satisfies EndReason);
  });
  return ending.signal;
}

/**
 * Exiting with 130 is not dying by SIGINT: a shell's loop goes on after the first and stops after the second
 * (https://www.cons.org/cracauer/sigint.html). So the handlers are taken away and the signal is sent again.
 */
export function dieBy(signal: EndingSignal): void {
  restoreTerminal();
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

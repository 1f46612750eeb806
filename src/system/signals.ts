import type { EndingSignal, EndReason } from '../ports/system.js';
import { endingSignals } from '../ports/system.js';
import { restoreTerminal } from './restore.js';

/** Signals, turned into something that can be waited for. */
export interface SignalWatch {
  /** Aborted with an EndReason; a second signal ends the process at once. */
  ending: AbortSignal;
  takeSignals(handler: (signal: EndingSignal) => void): void;
}

/** Watches the signals that end a program, and whether its output is still read. */
export function watchEnding(outputClosed: AbortSignal): SignalWatch {
  const ending = new AbortController();
  let handle = (signal: EndingSignal): void => {
    if (ending.signal.aborted) dieBy(signal);
    ending.abort({ kind: 'signal', signal } satisfies EndReason);
  };
  for (const signal of endingSignals) process.on(signal, () => handle(signal));
  outputClosed.addEventListener('abort', () => {
    ending.abort({ kind: 'output-closed' } satisfies EndReason);
  });
  return {
    ending: ending.signal,
    takeSignals: (handler) => {
      handle = handler;
    },
  };
}

/**
 * Exiting with 130 is not dying by SIGINT: a shell's loop goes on after the first and stops after the second
 * (https://www.cons.org/cracauer/sigint.html). So the handlers are taken away and the signal is sent again.
 */
export function dieBy(signal: NodeJS.Signals): void {
  restoreTerminal();
  // Node ignores SIGPIPE; a listener that is taken away again leaves the system's own handling behind.
  if (signal === 'SIGPIPE') process.on(signal, () => {});
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

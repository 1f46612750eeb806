import type { PauseHandlers } from '../../ports/terminal.js';
import { isInFront } from './in-front.js';

/** Long enough for the system to stop us, and for the word that we go on to arrive first when it has. */
const STOP_TAKES_MS = 100;

/** Nobody tells a program that goes on in the background (`bg`, `&`) that it comes to the front (`fg`): it has to look. */
const LOOKS_MS = 500;

const listeners = new Set<PauseHandlers>();
let timer: NodeJS.Timeout | undefined;

/** See TerminalPort. */
export function onPause(handlers: PauseHandlers): () => void {
  if (listeners.size === 0) {
    process.on('SIGTSTP', stop);
    process.on('SIGCONT', goOn);
    if (!isInFront()) lookLater();
  }
  listeners.add(handlers);
  return () => {
    listeners.delete(handlers);
    if (listeners.size > 0) return;
    process.off('SIGTSTP', stop);
    process.off('SIGCONT', goOn);
    clearTimeout(timer);
  };
}

/** A stop that somebody sent: whatever kind of signal it was, it is meant. */
function stop(): void {
  for (const handlers of listeners) handlers.stopping();
  process.kill(process.pid, 'SIGSTOP');
}

/**
 * Ctrl-Z as the terminal itself does it: every process in front of it is stopped, by a signal that the system ignores
 * where no shell is there to wake us again. Then we go on at once.
 */
export function stopAll(): void {
  for (const handlers of listeners) handlers.stopping();
  process.off('SIGTSTP', stop);
  process.kill(0, 'SIGTSTP');
  // When we were stopped after all, the signal that woke us is told between the two.
  later(() => later(goOn, STOP_TAKES_MS), STOP_TAKES_MS);
}

function goOn(): void {
  clearTimeout(timer);
  if (!process.listeners('SIGTSTP').includes(stop)) process.on('SIGTSTP', stop);
  // A window that was resized meanwhile was told to whoever was in front: Node measures again on this signal.
  process.emit('SIGWINCH', 'SIGWINCH');
  const isOurs = isInFront();
  for (const handlers of listeners) handlers.continued(isOurs);
  if (!isOurs) lookLater();
}

function lookLater(): void {
  later(() => (isInFront() ? goOn() : lookLater()), LOOKS_MS);
}

function later(act: () => void, waitMs: number): void {
  clearTimeout(timer);
  timer = setTimeout(act, waitMs);
}

import type { Clock } from '../../ports/clock.js';

/** Passes signals on to a command. */
export interface Escalation {
  /** A signal has come in. */
  take(signal: NodeJS.Signals): void;
  /** Whether any has. */
  readonly hasSignal: boolean;
}

/** How long a command that was asked twice to end has left. */
export const LAST_WAIT_MS = 5_000;

/**
 * Each signal is passed on as it is. From the second one on the command has {@link LAST_WAIT_MS} to end before it is
 * killed; a third one kills it at once.
 */
export function createEscalation(
  send: (signal: NodeJS.Signals) => void,
  { clock, ended }: { clock: Clock; ended: AbortSignal },
): Escalation {
  let count = 0;
  return {
    get hasSignal() {
      return count > 0;
    },
    take(signal) {
      count += 1;
      send(count > 2 ? 'SIGKILL' : signal);
      if (count === 2) {
        clock.sleep(LAST_WAIT_MS, ended).then(
          () => send('SIGKILL'),
          () => {},
        );
      }
    },
  };
}

import type { Key, PauseHandlers, TerminalPort } from '../../src/ports/terminal.js';
import type { SafeText } from '../../src/render/safe-text.js';

/** A terminal's keys, window and job control, in a test's hands. */
export interface FakeTerminal extends TerminalPort {
  /** Types keys; nobody gets them unless somebody reads keys. */
  type(...keys: Key[]): void;
  /** Says that the window has another size. */
  resized(): void;
  /** Ctrl-Z. */
  stop(): void;
  /** `fg`, or with `false` `bg`. */
  goOn(isInFront?: boolean): void;
  /** Writes to stderr as a note would; `false` when nobody diverts it. */
  note(text: SafeText): boolean;
  /** How many are listening to anything: none when all has been given back. */
  listeners(): number;
}

export function createFakeTerminal(isInFront = true): FakeTerminal {
  const keys = new Set<(key: Key) => void>();
  const resizes = new Set<() => void>();
  const pauses = new Set<PauseHandlers>();
  const notes = new Set<(text: SafeText) => void>();
  const joins =
    <T>(all: Set<T>) =>
    (one: T) => {
      all.add(one);
      return () => void all.delete(one);
    };
  return {
    onKey: joins(keys),
    onResize: joins(resizes),
    onPause: joins(pauses),
    divertNotes: joins(notes),
    isInFront: () => isInFront,
    type: (...typed) => {
      for (const key of typed) for (const handler of keys) handler(key);
    },
    resized: () => {
      for (const handler of resizes) handler();
    },
    stop: () => {
      for (const handlers of pauses) handlers.stopping();
    },
    goOn: (isOurs = true) => {
      for (const handlers of pauses) handlers.continued(isOurs);
    },
    note: (text) => {
      for (const take of notes) take(text);
      return notes.size > 0;
    },
    listeners: () => keys.size + resizes.size + pauses.size + notes.size,
  };
}

import type { SafeText } from '../render/safe-text.js';

/**
 * A key as it was typed: a character (`q`, `+`, `漢`), or the name of a key without one: `up`, `down`, `left`, `right`,
 * `pageup`, `pagedown`, `home`, `end`, `return`, `escape`, `tab`, `space`, `backspace`, `delete`.
 */
export type Key = string;

/** Told when the program is stopped (Ctrl-Z) and goes on again. */
export interface PauseHandlers {
  /** Leaves the terminal as a shell expects it, at once: the process stands still when this returns. */
  stopping(): void;
  /**
   * The program goes on. With the terminal in front of it, it can be taken over again, and whatever was on it may be
   * gone; in the background (`bg`) it is to be left alone until this is called again.
   */
  continued(isInFront: boolean): void;
}

/** The terminal that the program was started on, as far as it is more than an output. */
export interface TerminalPort {
  /**
   * Hands over each key as it is typed, without echo, until the returned function is called. Ctrl-C, Ctrl-Z and
   * Ctrl-\ stay the signals that they are. Does nothing where standard input is no terminal, or not ours to read.
   */
  onKey(handler: (key: Key) => void): () => void;
  /** Calls `handler` when the window has another size; the returned function ends it. */
  onResize(handler: () => void): () => void;
  /** Calls `handlers` around every stop; the returned function ends it. */
  onPause(handlers: PauseHandlers): () => void;
  /** Whether the terminal is in front of this program: one started with `&`, or sent back with `bg`, is not to use it. */
  isInFront(): boolean;
  /**
   * Hands what would be written to stderr to `take` instead, where stderr is a terminal, until the returned function
   * is called: notes would otherwise end up in the middle of what is painted.
   */
  divertNotes(take: (text: SafeText) => void): () => void;
}

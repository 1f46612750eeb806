import type { Clock } from '../../ports/clock.js';
import type { Io } from '../../ports/io.js';
import type { System } from '../../ports/system.js';
import type { Key, TerminalPort } from '../../ports/terminal.js';
import type { SafeText } from '../../render/safe-text.js';

/** The room and the moment of one frame. */
export interface Screen {
  /** How wide a line may be. */
  columns: number;
  /** How many lines a frame may have; what is more is not shown. 0 on a terminal too low for anything. */
  rows: number;
  /**
   * The moment of the frame by this machine's clock, in milliseconds since 1970, rounded down to the tick: clocks move
   * evenly, and a frame between two ticks (an answer, a key) does not move them.
   */
  nowMs: number;
}

/** The progress that a terminal's entry in the taskbar shows (OSC 9;4). */
export type Taskbar =
  /** `percent` is a whole number from 0 to 100. */
  | { kind: 'normal' | 'error' | 'warning'; percent: number }
  /** Something is going on, and nobody knows how far it is. */
  | { kind: 'indeterminate' };

/** One frame: all that is to be seen. */
export interface Frame {
  /** From the top. A line that is wider than the screen is cut. */
  lines: readonly SafeText[];
  /** The window's title; it is as it was before where this is left out. Controls and colours in it are dropped. */
  title?: SafeText;
  taskbar?: Taskbar;
}

/** What a live view is made from. */
export interface LiveOptions {
  /**
   * The frame for a screen: pure and quick. Called when something was invalidated, at each tick, after a resize and
   * after the program was stopped. Nothing is written where the frame is as it was.
   */
  draw(screen: Screen): Frame;
  /** Takes the keys that are typed; without it standard input is left alone. */
  onKey?(key: Key): void;
  /** Between two frames of which nobody asked for the second, in milliseconds, on whole multiples of it. Default 1,000. */
  tickMs?: number;
  /** Paints on the alternate screen, and leaves the last frame on the main one. */
  fullscreen?: boolean;
}

/** What the live view needs of the machine; a command's context has it all. */
interface LiveMachine {
  io: Pick<Io, 'stdout'>;
  clock: Clock;
  environment: Readonly<Record<string, string | undefined>>;
  undoable: System['undoable'];
  terminal: TerminalPort;
}

/** A live view that is being shown. After `end` its methods do nothing. */
export interface Live {
  /** Asks for a frame soon: at most 15 a second are painted, however often this is called. */
  invalidate(): void;
  /**
   * Writes lines that stay, above the frame: at most one screen of them does not flicker. They are wrapped by the
   * terminal, so that they can be copied whole.
   */
  printAbove(lines: readonly SafeText[]): void;
  /** Rings the terminal's bell, with the next frame or with the end. */
  ring(): void;
  /**
   * Ends the view: leaves these lines on the terminal, all of them (without an argument: what was shown last), and gives
   * back the cursor, the keys, the title and the taskbar.
   */
  end(lines?: readonly SafeText[]): Promise<void>;
}

/** Shows a live view on stdout, from now on until its `end`. Ask `isSmartTerminal` first: it needs a real terminal. */
export type RunLive = (machine: LiveMachine, options: LiveOptions) => Live;

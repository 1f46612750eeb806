import type { OutputPort } from '../../ports/io.js';
import type { System } from '../../ports/system.js';
import { type SafeText, safe } from '../../render/safe-text.js';
import { BELL } from '../bell.js';
import { type Canvas, endedLines, type Room } from './canvas.js';
import { atOnce } from './frame.js';
import { createFullCanvas } from './full-canvas.js';
import { createInlineCanvas } from './inline-canvas.js';
import { type Marks, marksAbility, marksText } from './marks.js';
import { breaksLinesAnew } from './reflow.js';

/** Paints lines over the lines before, below whatever else stands on the terminal. It knows no content. */
export interface Painter {
  /** The room for lines, as it is now. */
  room(): Room;
  /** Shows these lines and marks in place of those before: one write, and only what has changed. */
  paint(lines: readonly SafeText[], marks?: Marks): Promise<void>;
  /** Lines that stay: written above the next frame, or on the main screen when the alternate one has been left. */
  printAbove(lines: readonly SafeText[]): void;
  /** Rings with the next frame, or with the end. */
  ring(): void;
  /** Leaves the terminal as it was found, at once, without what was painted; nothing is painted until `resume`. */
  suspend(): void;
  /** Takes the terminal over again, whatever has happened to it: the next frame is a first one. */
  resume(): void;
  /** Leaves these last lines on the terminal, all of them, and gives everything back. */
  end(lines: readonly SafeText[]): Promise<void>;
}

/** How a painter paints. */
export interface PainterOptions {
  /** On the alternate screen. */
  fullscreen?: boolean;
  environment?: Readonly<Record<string, string | undefined>>;
}

const NOTHING = safe``;
const HIDE_CURSOR = safe`\x1b[?25l`;
const SHOW_CURSOR = safe`\x1b[?25h`;

/** Lines that wait while nothing can be painted; more of them nobody would read. */
const ABOVE_MAX = 1_000;

/** Of a terminal that does not say how large it is. */
const USUAL_COLUMNS = 80;
const USUAL_ROWS = 24;

/** A painter on a terminal. What it does to the terminal is undone however the program ends. */
export function createPainter(
  output: OutputPort,
  undoable: System['undoable'],
  { fullscreen = false, environment = {} }: PainterOptions = {},
): Painter {
  const canvas = createCanvas(output, { fullscreen, environment });
  const able = marksAbility(environment);
  /** Not taken over yet, or anew; ours; not to be touched until `resume`; given back for good. */
  let terminal: 'free' | 'ours' | 'away' | 'over' = 'free';
  let marks: Marks = {};
  let above: readonly SafeText[] = [];
  let bell = NOTHING;
  let written = Promise.resolve();
  let release: (() => void) | undefined;
  const dying = (): SafeText => safe`${canvas.leave()}${endedLines(above)}`;
  let lastWords = dying;

  const mark = (next: Marks): SafeText => {
    const text = marksText(marks, next, able);
    marks = next;
    return text;
  };
  const printAbove = (): SafeText => {
    const lines = above;
    above = [];
    return lines.length === 0 ? NOTHING : canvas.printAbove(lines);
  };
  const giveBack = (): void => {
    terminal = 'over';
    written = output.write(atOnce(safe`${mark({})}${lastWords()}${SHOW_CURSOR}`));
    // Only `end` has somebody who waits for it.
    written.catch(() => {});
  };
  const takeOver = (): SafeText => {
    if (terminal === 'ours') return NOTHING;
    terminal = 'ours';
    release ??= undoable(giveBack);
    return safe`${HIDE_CURSOR}${canvas.begin()}`;
  };
  /** Undoes what was done to the terminal, if anything was, in one write with these last words. */
  const letGo = (words: SafeText): void => {
    lastWords = () => words;
    if (release === undefined) written = output.write(words);
    else release();
    release = undefined;
    lastWords = dying;
  };
  return {
    room: canvas.room,
    paint: async (lines, next = {}) => {
      if (terminal === 'away' || terminal === 'over') return;
      const text = safe`${takeOver()}${printAbove()}${canvas.show(lines)}${mark(next)}${bell}`;
      bell = NOTHING;
      if (text !== '') await output.write(atOnce(text));
    },
    printAbove: (lines) => {
      above = [...above, ...lines].slice(-ABOVE_MAX);
    },
    ring: () => {
      bell = BELL;
    },
    suspend: () => {
      if (terminal === 'over') return;
      if (terminal === 'ours') letGo(canvas.clear());
      canvas.forget();
      terminal = 'away';
    },
    resume: () => {
      if (terminal === 'over') return;
      canvas.forget();
      marks = {};
      terminal = 'free';
    },
    end: async (lines) => {
      if (terminal === 'over') return;
      const isShown = terminal === 'ours';
      letGo(safe`${printAbove()}${isShown ? canvas.finish(lines) : canvas.print(lines)}${bell}`);
      terminal = 'over';
      await written;
    },
  };
}

function createCanvas(
  output: OutputPort,
  { fullscreen, environment }: Required<PainterOptions>,
): Canvas {
  const rows = () => output.rows() || USUAL_ROWS;
  const columns = () => output.columns() || USUAL_COLUMNS;
  if (fullscreen) return createFullCanvas(() => ({ columns: columns(), rows: rows() }));
  // Below what was printed the cursor needs a row of its own.
  const room = () => ({ columns: columns(), rows: rows() - 1 });
  return createInlineCanvas(room, breaksLinesAnew(environment));
}

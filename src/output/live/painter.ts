import type { OutputPort } from '../../ports/io.js';
import type { System } from '../../ports/system.js';
import { type SafeText, safe } from '../../render/safe-text.js';
import { truncate, width } from '../../render/width.js';
import { frameText } from './frame.js';

const HIDE_CURSOR = safe`\x1b[?25l`;
const SHOW_CURSOR = safe`\x1b[?25h`;

/** Of a terminal that does not say how large it is. */
const USUAL_COLUMNS = 80;
const USUAL_ROWS = 24;

/** Paints lines over the lines before, below whatever else stands on the terminal. It knows no content. */
export interface Painter {
  /** Shows these lines in place of those before: one write, and only what has changed. */
  paint(lines: readonly SafeText[]): Promise<void>;
  /** Leaves these last lines on the terminal, all of them, and gives the cursor back. */
  end(lines: readonly SafeText[]): Promise<void>;
}

/**
 * A painter on a terminal. Lines are cut to the terminal's width and to one less than its height: a frame that is taller
 * could never be painted over again.
 */
export function createPainter(output: OutputPort, undoable: System['undoable']): Painter {
  let before: readonly SafeText[] = [];
  let showCursor: (() => void) | undefined;
  const write = async (lines: readonly SafeText[]): Promise<void> => {
    const columns = output.columns() ?? USUAL_COLUMNS;
    const after = lines.map((line) => truncate(line, columns));
    const text = frameText(before, after, rowsOf(before, columns));
    before = after;
    if (text !== '') await output.write(text);
  };
  return {
    paint: async (lines) => {
      if (showCursor === undefined) {
        showCursor = undoable(() => void output.write(SHOW_CURSOR));
        await output.write(HIDE_CURSOR);
      }
      await write(lines.slice(0, Math.max(1, (output.rows() ?? USUAL_ROWS) - 1)));
    },
    end: async (lines) => {
      await write(lines);
      before = [];
      showCursor?.();
      showCursor = undefined;
    },
  };
}

/** How many rows lines take now: more than they did, where the window has become narrower than they are. */
const rowsOf = (lines: readonly SafeText[], columns: number): number =>
  lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(width(line) / columns)), 0);

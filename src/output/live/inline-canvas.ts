import { type SafeText, safe } from '../../render/safe-text.js';
import {
  type Canvas,
  CLEAR_BELOW,
  endedLines,
  oneLineEach,
  printed,
  type Room,
  rowsFor,
} from './canvas.js';
import { changeText } from './frame.js';
import { belowPrinted, up } from './place.js';
import { firstRows, rowCount } from './reflow.js';
import type { Row } from './row.js';

const NOTHING = safe``;

/**
 * Clears from the line of the cursor on. Not at once: a screen that is cleared from its very first cell is kept by tmux
 * in what can be scrolled back to, so that the old frame would stand above the new one.
 */
const CLEAR_LINE_AND_BELOW = safe`\x1b[K\x1b[B${CLEAR_BELOW}\x1b[A`;

/**
 * A canvas below what was printed before. Nobody tells on which row of the screen that is, and after a resize nobody
 * tells where the terminal has put the lines. What is known: the cursor stays on its line, below ours; the rows that
 * our lines take now can be computed; and what a smaller window pushes over its upper edge comes back with a larger
 * one, as long as the cursor is at the lower edge. So the canvas gives no rows back before its end: it would leave the
 * lower edge, and lines of an old frame would come back that nobody knows of.
 */
export function createInlineCanvas(room: () => Room, breaksLinesAnew: boolean): Canvas {
  let size = room();
  let shown: readonly Row[] = [];
  /** Lines of earlier frames above the upper edge of the screen. */
  let lost: readonly SafeText[] = [];
  /** The rows that are taken at least. */
  let height = 0;

  const isResized = (): boolean => {
    const now = room();
    return now.columns !== size.columns || now.rows !== size.rows;
  };
  const clear = (): SafeText => {
    size = room();
    const lines = [...lost, ...shown.map(({ text }) => text)];
    const columns = breaksLinesAnew ? size.columns : Number.POSITIVE_INFINITY;
    height = rowCount(lines, columns);
    shown = [];
    lost = firstRows(lines, columns, height - size.rows);
    return height === 0 ? NOTHING : safe`${up(height)}\r${CLEAR_LINE_AND_BELOW}`;
  };
  const change = (lines: readonly SafeText[]): SafeText => {
    const before = shown;
    shown = rowsFor(lines, before, size.columns);
    return changeText({ before, after: shown, columns: size.columns }, belowPrinted);
  };
  const forget = (rows: number): void => {
    shown = [];
    lost = [];
    height = Math.max(0, rows);
  };
  return {
    room,
    begin: () => NOTHING,
    show: (lines) => {
      const cleared = isResized() ? clear() : NOTHING;
      const fitting = oneLineEach(lines).slice(0, size.rows);
      const text = change(filled(fitting, Math.min(height, size.rows)));
      height = Math.max(height, shown.length);
      return safe`${cleared}${text}`;
    },
    printAbove: (lines) => {
      const cleared = clear();
      // What was lost is no longer right above what is shown, so it is out of reach.
      forget(height - rowCount(lines, size.columns));
      return safe`${cleared}${endedLines(lines)}`;
    },
    finish: (lines) => {
      const last = oneLineEach(lines);
      const isOnScreen = !isResized() && last.length <= size.rows && lost.length === 0;
      return isOnScreen ? change(last) : safe`${clear()}${printed(last, size.columns)}`;
    },
    clear,
    forget: () => forget(0),
    leave: () => {
      const empty = shown.length - 1 - shown.findLastIndex(({ text }) => text !== '');
      return empty === 0 ? NOTHING : safe`${up(empty)}${CLEAR_BELOW}`;
    },
    print: (lines) => printed(lines, room().columns),
  };
}

const filled = (lines: readonly SafeText[], count: number): SafeText[] => [
  ...lines,
  ...Array.from({ length: Math.max(0, count - lines.length) }, () => NOTHING),
];

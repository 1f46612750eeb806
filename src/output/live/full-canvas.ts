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
import { wholeScreen } from './place.js';
import type { Row } from './row.js';

const NOTHING = safe``;
const WIPE = safe`\x1b[H${CLEAR_BELOW}`;
const ENTER = safe`\x1b[?1049h${WIPE}`;
const LEAVE = safe`\x1b[?1049l`;

/** Lines that wait for the main screen; more of them nobody would read. */
const WAITING_MAX = 1_000;

/** A canvas on the alternate screen, all of it. What is to stay goes to the main one when it is back. */
export function createFullCanvas(room: () => Room): Canvas {
  let size = room();
  let shown: readonly Row[] = [];
  let waiting: readonly SafeText[] = [];

  const show = (lines: readonly SafeText[]): SafeText => {
    const now = room();
    const isResized = now.columns !== size.columns || now.rows !== size.rows;
    const before = isResized ? [] : shown;
    size = now;
    shown = rowsFor(oneLineEach(lines).slice(0, size.rows), before, size.columns);
    const text = changeText({ before, after: shown, columns: size.columns }, wholeScreen);
    return safe`${isResized ? WIPE : NOTHING}${text}`;
  };
  const print = (lines: readonly SafeText[]): SafeText => {
    const above = endedLines(waiting);
    waiting = [];
    return safe`${above}${printed(lines, room().columns)}`;
  };
  return {
    room,
    begin: () => ENTER,
    show,
    printAbove: (lines) => {
      waiting = [...waiting, ...lines].slice(-WAITING_MAX);
      return NOTHING;
    },
    finish: (lines) => safe`${LEAVE}${print(lines)}`,
    clear: () => LEAVE,
    forget: () => {
      shown = [];
    },
    leave: () => safe`${LEAVE}${print(shown.map(({ text }) => text))}`,
    print,
  };
}

import { join, logLines, type SafeText, safe } from '../../render/safe-text.js';
import { createRow, type Row } from './row.js';
import type { Screen } from './types.js';

/** How much room there is. */
export type Room = Pick<Screen, 'columns' | 'rows'>;

/** The part of the screen that is painted on, and what stands there. Its methods answer the text that does it. */
export interface Canvas {
  /** The room for lines, as it is now. */
  room(): Room;
  /** Before the first frame, and before the first one after {@link Canvas.forget}. */
  begin(): SafeText;
  /** Shows these lines in place of those before, as many as there is room for. */
  show(lines: readonly SafeText[]): SafeText;
  /** Lines that stay, as they are: above what is shown next, or where they will be found in the end. */
  printAbove(lines: readonly SafeText[]): SafeText;
  /** Leaves these last lines in place of those before, all of them. */
  finish(lines: readonly SafeText[]): SafeText;
  /** Takes away what is shown. */
  clear(): SafeText;
  /** What is shown stays where it is, or is gone: it is not ours any more. */
  forget(): void;
  /** Leaves what is shown, for whoever writes next; the program is about to die. */
  leave(): SafeText;
  /** Last lines where nothing is shown. */
  print(lines: readonly SafeText[]): SafeText;
}

/** Clears from the cursor to the end of the screen. */
export const CLEAR_BELOW = safe`\x1b[J`;

/** Lines without line ends in them: a line that holds one would be two, and the frame one line taller than known. */
export const oneLineEach = (lines: readonly SafeText[]): readonly SafeText[] =>
  lines.some((line) => line.includes('\n'))
    ? lines.flatMap((line) => logLines(line, { color: true }))
    : lines;

/** The rows of lines; one that was there before, on a screen as wide, need not be made again. */
export const rowsFor = (
  lines: readonly SafeText[],
  before: readonly Row[],
  columns: number,
): Row[] =>
  lines.map((line, index) => {
    const old = before[index];
    return old?.source === line ? old : createRow(line, columns);
  });

/** Lines one below the other from where the cursor stands, each cut to a screen that is so wide. */
export const printed = (lines: readonly SafeText[], columns: number): SafeText =>
  endedLines(rowsFor(oneLineEach(lines), [], columns).map(({ text }) => text));

/** Lines as they are, each with its end. */
export const endedLines = (lines: readonly SafeText[]): SafeText =>
  join(lines.map((line) => safe`${line}\n`));

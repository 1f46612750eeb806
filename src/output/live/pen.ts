import { type SafeText, safe } from '../../render/safe-text.js';
import { afterCodes, type Cell } from '../../render/width/cells.js';
import { isPlainSpace, isSeenOnSpace } from './row.js';

/** Writes one part of a frame after the other, and changes the colour only where it has to. */
export interface Pen {
  write(cells: readonly Cell[]): SafeText;
  /** Back to the terminal's own colour. */
  reset(): SafeText;
}

const RESET = safe`\x1b[m`;

/** A pen that begins in the terminal's own colour. */
export function createPen(): Pen {
  let codes = '';
  return {
    write: (cells) => {
      const written = afterCodes(codes, inkOnly(cells, codes));
      codes = written.codes;
      return written.text;
    },
    reset: () => {
      const text = codes === '' ? safe`` : RESET;
      codes = '';
      return text;
    },
  };
}

/** A space on which no colour is seen can be written in the colour of whatever stands before it. */
function* inkOnly(cells: readonly Cell[], before: string): Generator<Cell> {
  let codes = before;
  for (const cell of cells) {
    if (!isPlainSpace(cell) || isSeenOnSpace(codes)) codes = cell.codes;
    yield cell.codes === codes ? cell : { ...cell, codes };
  }
}

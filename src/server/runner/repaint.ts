import type { OutputLine } from './line-splitter.js';

/** More lines than this are not painted in place by anybody. */
const ROWS_MAX = 500;

/**
 * Tells lines that say something new from those that a command only painted again: displays such as those of test
 * runners go up some lines and write them anew many times a second. A line that is painted again counts as new when
 * its words are; numbers, bars and spinners are not words.
 */
export function createRepaintFilter(): (line: OutputLine, plain: string) => boolean {
  let rows: string[] = [];
  let shown = new Set<string>();
  let left = 0;
  return ({ linesUp }, plain) => {
    const words = plain.replace(/[^\p{L}]+/gu, ' ');
    if (linesUp > 0) {
      const start = Math.max(0, rows.length - linesUp);
      shown = new Set(rows.slice(start));
      left = rows.length - start;
      rows = rows.slice(0, start);
    }
    const isKnown = left > 0 && shown.has(words);
    if (isKnown) left -= 1;
    rows.push(words);
    if (rows.length > ROWS_MAX) rows = rows.slice(-ROWS_MAX / 2);
    return !isKnown;
  };
}

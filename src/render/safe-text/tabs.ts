import { width } from '../width.js';
import type { SafeText } from './brand.js';

const TAB_STOP_COLUMNS = 8;

/** A line with spaces up to the next tab stop for each tab, so that its width is known. */
export function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  const [first = '', ...cells] = line.split('\t');
  let before = first;
  let expanded = first;
  for (const cell of cells) {
    expanded +=
      ' '.repeat(TAB_STOP_COLUMNS - (width(before as SafeText) % TAB_STOP_COLUMNS)) + cell;
    before = cell;
  }
  return expanded;
}

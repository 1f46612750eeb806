import type { SafeText } from './brand.js';
import { CUT_MARK, firstBytes, LINE_LIMIT_BYTES } from './cut.js';
import { FREE, neutralise } from './neutralise.js';
import { createPen } from './pen.js';
import { expandTabs } from './tabs.js';

/**
 * Free text of a log, a line each (at least one). Where `color` is on, colours that leave the text readable are kept
 * and end with their line. Everything else that acts is dropped when it is a whole control sequence, and shown when
 * it is a character. A line end after the last line is no further line.
 */
export function logLines(text: string, options: { color: boolean }): SafeText[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines.map((line) => logLine(line, options));
}

/** One line of free text, without its line end. */
export function logLine(line: string, { color }: { color: boolean }): SafeText {
  const start = firstBytes(line, LINE_LIMIT_BYTES);
  const mark = start === line ? '' : CUT_MARK;
  return (expandTabs(color ? coloured(start) : plain(start)) + mark) as SafeText;
}

const plain = (line: string) =>
  neutralise(line, FREE, { colour: () => '', aside: (shown) => shown });

function coloured(line: string): string {
  const pen = createPen();
  return neutralise(line, FREE, pen) + pen.close();
}

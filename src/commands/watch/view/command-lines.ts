import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe } from '../../../render/safe-text.js';
import { width, wrap } from '../../../render/width.js';

/** A command to copy, behind the words that introduce it where there is room, else below them. */
export function commandLines(words: string, command: readonly string[], look: Look): SafeText[] {
  const parts = command.flatMap((part) => (part === '' ? [] : [inline(part)]));
  const whole = safe`${inline(words)} ${look.theme.strong(join(parts, safe` `))}`;
  if (width(whole) <= look.width) return [whole];
  return [
    ...wrap(inline(words), look.width),
    ...shellLines(parts, look.width - 2).map((line) => safe`  ${look.theme.strong(line)}`),
  ];
}

/** A command in lines that a shell takes for one: each but the last ends with a backslash. */
function shellLines(command: readonly SafeText[], columns: number): SafeText[] {
  const lines: SafeText[] = [];
  let line = safe``;
  for (const part of command) {
    const longer = line === '' ? part : safe`${line} ${part}`;
    if (line !== '' && width(longer) + 2 > columns) {
      lines.push(safe`${line} \\`);
      line = part;
    } else line = longer;
  }
  return [...lines, line];
}

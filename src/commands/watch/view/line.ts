import type { Look } from '../../../render/look.js';
import { join, type SafeText, safe, spaces } from '../../../render/safe-text.js';
import { pad, truncate, width } from '../../../render/width.js';

/** Before what belongs to a title, where there is room for it. */
export const indentOf = ({ width: columns }: Pick<Look, 'width'>): number => (columns < 50 ? 0 : 2);

/** A text in exactly so many columns. */
export function inColumns(
  text: SafeText,
  columns: number,
  look: Look,
  align: 'left' | 'right' = 'left',
): SafeText {
  const room = columns - width(text);
  // What is cut may be a column short, where a wide character did not fit.
  if (room < 0) return pad(truncate(text, columns, look.symbols.ellipsis), columns, align);
  return align === 'left' ? safe`${text}${spaces(room)}` : safe`${spaces(room)}${text}`;
}

/** A text that is cut where it would be longer than the look is wide. */
export const cut = (text: SafeText, look: Look): SafeText =>
  truncate(text, look.width, look.symbols.ellipsis);

/** Two texts at the two edges of a line. The right one gives way where both do not fit, then the left one is cut. */
export function edges(left: SafeText, right: SafeText, look: Look): SafeText {
  const room = look.width - width(left) - width(right);
  if (right === '' || room < 2) return cut(left, look);
  return safe`${left}${spaces(room)}${right}`;
}

/** The parts that are there, with a dot between them. */
export const dotted = (parts: readonly SafeText[], { symbols, theme }: Look): SafeText =>
  join(
    parts.filter((part) => part !== ''),
    theme.faint(safe` ${symbols.separator} `),
  );

/** A line that parts the screen, with the name of what stands below it. */
export function rule(
  title: SafeText,
  isCut: boolean,
  { symbols, theme, width: columns }: Look,
): SafeText {
  const name = truncate(title, Math.max(0, columns - 4), symbols.ellipsis);
  const mark = isCut ? safe` ${symbols.ellipsis}` : safe``;
  const rest = Math.max(0, columns - width(name) - 4 - width(mark));
  const line = (count: number): SafeText => join(Array<SafeText>(count).fill(symbols.axis));
  return truncate(
    join([
      theme.faint(line(2)),
      safe` `,
      theme.strong(name),
      safe` `,
      theme.faint(safe`${line(rest)}${mark}`),
    ]),
    columns,
    symbols.ellipsis,
  );
}

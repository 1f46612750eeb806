import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';

/** A view in so many rows: of what there is no room for, the last line says how many lines it is. */
export function fitRows(lines: readonly SafeText[], rows: number, look: Look): readonly SafeText[] {
  if (lines.length <= rows) return lines;
  const shown = Math.max(0, rows - 1);
  const count = lines.length - shown;
  return [
    ...lines.slice(0, shown),
    moreLine(look.messages.live.moreLines(count, look.formats.number(count)), look),
  ].slice(0, rows);
}

/** What stands in place of what there is no room for. */
export const moreLine = (text: string, { symbols, theme }: Look): SafeText =>
  theme.faint(safe`${symbols.ellipsis} ${inline(text)}`);

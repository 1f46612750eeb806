import { join, type SafeText, safe } from '../../render/safe-text.js';

/*
 * What a terminal is told to do, as text: ECMA-48, and synchronised output, which terminals that do not know it pass
 * over. A frame is written at once between its marks, so that no half-drawn state is ever seen.
 */
const SYNC_BEGIN = safe`\x1b[?2026h`;
const SYNC_END = safe`\x1b[?2026l`;
const CLEAR_TO_LINE_END = safe`\x1b[K`;
const CLEAR_BELOW = safe`\x1b[J`;

const up = (rows: number): SafeText => (rows > 0 ? safe`\x1b[${rows}A` : safe``);

/**
 * The text that turns the lines before into the lines after, with the cursor at the start of the line below the last
 * one in both. Lines that are the same are passed over. `rowsBefore` is how many rows the lines before take, which can
 * be more than one after the window was made narrower.
 */
export function frameText(
  before: readonly SafeText[],
  after: readonly SafeText[],
  rowsBefore: number = before.length,
): SafeText {
  const isReflowed = rowsBefore !== before.length;
  const parts = after.map((line, row) =>
    !isReflowed && before[row] === line ? safe`\n` : safe`\r${line}${CLEAR_TO_LINE_END}\n`,
  );
  if (!isReflowed && before.length === after.length && parts.every((part) => part === '\n')) {
    return safe``;
  }
  const rest = after.length < rowsBefore ? CLEAR_BELOW : safe``;
  const start = isReflowed ? safe`${up(rowsBefore)}\r${CLEAR_BELOW}` : up(rowsBefore);
  return join([SYNC_BEGIN, start, ...parts, rest, SYNC_END]);
}

/** @import { Judged } from './budgets.mjs' */

/**
 * The table as text.
 *
 * @param {readonly Judged[]} figures
 */
export function tableText(figures) {
  const head = ['what', 'floor', '', 'ours', 'unit', 'ratio', 'budget', ''];
  const rows = [head, ...figures.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = [false, false, true, true, false, true, true, false];
  const lineOf = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) =>
        isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return `${rows.map(lineOf).join('\n')}\n`;
}

/** @param {Judged} figure */
function cellsOf({ what, against = '', floor, ours, unit, ratio, most, least, isMet, remark }) {
  const budget = most !== undefined ? `<= ${most}` : least !== undefined ? `>= ${least}` : '';
  const verdict = isMet === undefined ? '' : isMet ? 'met' : 'NOT MET';
  const said = ours === undefined ? 'not measured' : verdict;
  const ending = [said, remark].filter((part) => part !== undefined && part !== '').join(': ');
  return [what, against, number(floor), number(ours), unit, ratioText(ratio), budget, ending];
}

/** @param {number | undefined} value */
const ratioText = (value) => (value === undefined ? '' : value.toFixed(2));

/** @param {number | undefined} value */
function number(value) {
  if (value === undefined) return '';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

import { bar } from '../../../render/bar.js';
import type { Look } from '../../../render/look.js';
import { type SafeText, safe, spaces } from '../../../render/safe-text.js';
import type { Paint } from '../../../render/theme.js';
import { inColumns } from './line.js';

/** The columns of a percentage without digits after the point, from "0%" to "100%". */
export const PERCENT_COLUMNS = 4;

/** How far something is, in four columns; a dash where nobody knows. 99.9 is not 100 yet. */
export const percentCell = (percentage: number | undefined, look: Look): SafeText =>
  inColumns(
    percentage === undefined ? safe`-` : look.formats.percent(Math.max(0, percentage), 0),
    PERCENT_COLUMNS,
    look,
    'right',
  );

/** A bar in so many columns; free columns where nobody knows how far it is: an empty bar would say 0. */
export const barCell = (
  percentage: number | undefined,
  columns: number,
  look: Look,
  paint: Paint,
): SafeText => (percentage === undefined ? spaces(columns) : bar(percentage, columns, look, paint));

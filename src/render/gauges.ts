import { bar } from './bar.js';
import { flow } from './facts.js';
import type { Look } from './look.js';
import { join, type SafeText, safe, spaces } from './safe-text.js';
import type { Paint, Theme } from './theme.js';
import { pad, width, wrap } from './width.js';

/** One row of a section: a name, perhaps something drawn, and what is known. */
export interface Gauge {
  name: SafeText;
  /** Draws a bar or a sparkline of at most this many columns; left out in a pipe and where there is no room. */
  draw?: ((columns: number) => SafeText) | undefined;
  parts: readonly SafeText[];
}

const INDENT = 2;
const LONGEST_DRAWING = 20;
const SHORTEST_DRAWING = 6;
/** Names are on a line of their own where less than this is left beside them. */
const LEAST_ROOM = 12;

/**
 * Rows under a title. On a terminal an empty line stands before them, names and values line up and what does not fit
 * goes on below; in a pipe each row is a line that begins with the title: `Resources CPU: 67%`.
 */
export function section(title: SafeText, rows: readonly Gauge[], look: Look): SafeText[] {
  if (rows.length === 0) return [];
  if (!look.terminal)
    return gauges(
      rows.map((row) => ({ ...row, name: safe`${title} ${row.name}` })),
      look,
    );
  return [...heading(title, look), ...gauges(rows, look)];
}

/** The title of a section on a terminal, with an empty line before it. */
export const heading = (title: SafeText, look: Look): SafeText[] => [
  safe``,
  ...wrap(title, look.width).map(look.theme.strong),
];

/** Rows without a title. */
export function gauges(rows: readonly Gauge[], look: Look): SafeText[] {
  if (!look.terminal) return rows.map(({ name, parts }) => safe`${name}: ${join(parts, safe`, `)}`);
  const widest = rows.reduce((most, { name }) => Math.max(most, width(name)), 0);
  return rows.flatMap((row) => gaugeLines(row, widest, look));
}

function gaugeLines({ name, draw, parts }: Gauge, widest: number, look: Look): SafeText[] {
  const beside = INDENT + widest + 2;
  const isBeside = look.width - beside >= LEAST_ROOM;
  const before = Math.min(isBeside ? beside : INDENT * 2, look.width - 1);
  const room = look.width - before;
  const columns = Math.min(LONGEST_DRAWING, Math.floor(room / 3));
  const drawing = draw === undefined || columns < SHORTEST_DRAWING ? safe`` : draw(columns);
  const lines = flow(drawing === '' ? parts : [drawing, ...parts], room);
  const first = safe`${spaces(INDENT)}${look.theme.faint(pad(name, widest))}`;
  const rest = lines.map((line) => safe`${spaces(before)}${line}`);
  if (isBeside) return [safe`${first}  ${lines[0] ?? safe``}`, ...rest.slice(1)];
  return [
    ...wrap(name, Math.max(1, look.width - INDENT)).map(
      (line) => safe`${spaces(INDENT)}${look.theme.faint(line)}`,
    ),
    ...rest,
  ];
}

/** A drawing for {@link Gauge}: a bar filled to `percentage`, in the colour of its load, with a mark such as a peak. */
export const shareBar =
  (
    percentage: number | undefined,
    look: Look,
    paint = loadPaint(percentage ?? 0, look.theme),
    mark?: number,
  ) =>
  (columns: number): SafeText =>
    percentage === undefined ? safe`` : bar(percentage, columns, look, paint, mark);

/** The colour of a resource by how much of it is used, from 0 to 100. */
export function loadPaint(percentage: number, theme: Theme): Paint {
  if (percentage >= 90) return theme.bad;
  return percentage >= 75 ? theme.caution : theme.good;
}

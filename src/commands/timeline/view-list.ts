import { clockDate, clockTime, dayNumber } from '../../render/clock.js';
import { factLine, flow } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { join, type SafeText, safe } from '../../render/safe-text.js';
import { pad, truncate, width } from '../../render/width.js';
import { moreLine } from '../refresh/fit-rows.js';
import { below, beside } from './beside.js';
import type { ShownList } from './fold.js';
import { type ListRow, listRows } from './list-rows.js';

/** The most columns of a type's word; no known one is wider. */
const WIDEST_TYPE = 18;

/** The most columns of a time; only one that can't be read is wider. */
const WIDEST_TIME = 20;

/** A description is put on a line of its own where there is less room than this beside the type. */
const LEAST_DESCRIPTION = 20;

/** How wide the columns of a list are. */
interface ListLayout {
  time: number;
  elapsed: number;
  type: number;
}

/** The events of a timeline, one below the other. */
export function listView(list: ShownList, nowMs: number, look: Look): SafeText[] {
  const rows = listRows(list, nowMs, look);
  return look.terminal ? terminalList(rows, nowMs, look) : rows.map((row) => pipeLine(row, look));
}

/** One event a line, nothing cut. */
function pipeLine(row: ListRow, look: Look): SafeText {
  const facts = row.facts.map(([name, value]) => safe`${name} ${value}`);
  const parts = [row.timeText, row.elapsed, row.type, row.description, row.distance, ...facts];
  const line = join(
    parts.filter((part) => part !== ''),
    safe`  `,
  );
  return row.isExpected ? look.theme.faint(line) : line;
}

function terminalList(rows: readonly ListRow[], nowMs: number, look: Look): SafeText[] {
  const localMs = (timeMs: number): number => timeMs + look.formats.offsetMs(timeMs);
  const timed = rows.map((row) =>
    row.timeMs === undefined ? row : { ...row, timeText: clockTime(localMs(row.timeMs)) },
  );
  const layout = planList(timed);
  let day = dayNumber(localMs(nowMs));
  return timed.flatMap((row) => {
    const lines = [...leftOutLine(row, look), ...rowLines(row, layout, look)];
    if (row.timeMs === undefined || dayNumber(localMs(row.timeMs)) === day) return lines;
    day = dayNumber(localMs(row.timeMs));
    return [look.theme.faint(clockDate(localMs(row.timeMs))), ...lines];
  });
}

function leftOutLine({ leftOut }: ListRow, look: Look): SafeText[] {
  if (leftOut === 0) return [];
  return [moreLine(look.messages.timeline.more(leftOut, look.formats.number(leftOut)), look)];
}

function planList(rows: readonly ListRow[]): ListLayout {
  const layout = { time: 0, elapsed: 0, type: 0 };
  for (const row of rows) {
    layout.time = Math.max(layout.time, Math.min(WIDEST_TIME, width(row.timeText)));
    layout.elapsed = Math.max(layout.elapsed, width(row.elapsed));
    layout.type = Math.max(layout.type, Math.min(WIDEST_TYPE, width(row.type)));
  }
  return layout;
}

function rowLines(row: ListRow, layout: ListLayout, look: Look): SafeText[] {
  const indent = layout.time + layout.elapsed + 6;
  const room = look.width - indent - layout.type - 2;
  const isWide = room >= LEAST_DESCRIPTION;
  const lines = isWide ? wideHead(row, layout, look) : narrowHead(row, layout, look);
  const facts = factLine(row.facts, unpainted(look), isWide ? indent : 2);
  return [
    ...(row.isExpected ? lines.map(look.theme.faint) : lines),
    ...facts.map(look.theme.faint),
  ];
}

function wideHead(row: ListRow, layout: ListLayout, look: Look): SafeText[] {
  const type = truncate(row.type, layout.type, look.symbols.ellipsis);
  const isAlone = row.description === '' && row.distance === '';
  const head = join(
    [
      pad(row.timeText, layout.time),
      pad(row.elapsed, layout.elapsed, 'right'),
      safe`${row.paint(row.sign)} ${row.paint(isAlone ? type : pad(type, layout.type))}`,
    ],
    safe`  `,
  );
  return beside(head, [row.description, row.distance], look.width);
}

function narrowHead(row: ListRow, layout: ListLayout, look: Look): SafeText[] {
  const head = [
    pad(row.timeText, layout.time),
    ...(row.elapsed === '' ? [] : [pad(row.elapsed, layout.elapsed, 'right')]),
    safe`${row.paint(row.sign)} ${row.paint(row.type)}`,
  ];
  return below(flow(head, look.width), [row.description, row.distance], look.width);
}

/** Facts are faint as a whole, so their names are not painted by themselves. */
const unpainted = (look: Look): Look => ({
  ...look,
  theme: { ...look.theme, faint: look.theme.plain },
});

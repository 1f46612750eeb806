import type { StageProgress } from '../../../domain/stage-progress.js';
import type { Look } from '../../../render/look.js';
import { inline } from '../../../render/safe-text.js';
import { steadyWidest } from '../../../render/steady.js';
import { width } from '../../../render/width.js';
import { nameOf } from './stage-cells.js';

/** How wide the cells of a stage are; 0 for one that there is no room for. The percentage is always there. */
export interface StageColumns {
  name: number;
  bar: number;
  time: number;
  records: number;
  rate: number;
  left: number;
}

/** Two spaces stand between cells; one between a bar and its percentage. */
const GAP = 2;
const SIGN_AND_PERCENT = 2 + GAP + 4;

/** Names are cut to this before anything else leaves, and further only where little else is left. */
const USUAL_NAME = 20;
const LEAST_NAME = 12;

const LEAST_BAR = 8;
const LONGEST_BAR = 24;

/** What a count without a known total, and its rate, may grow to before their columns do. */
const GROWING_COUNT = 999_999_999;
const GROWING_RATE = 99_999;

/** From what stays longest to what leaves first. */
const CELLS = ['time', 'bar', 'records', 'rate', 'left'] as const;

/**
 * Columns for stages that stay the same while the job goes on: room for the largest figures that may stand there, as far
 * as they are known. What is left over goes to the bars.
 */
export function planStages(stages: readonly StageProgress[], look: Look): StageColumns {
  const wanted = wantedColumns(stages, look);
  for (let count: number = CELLS.length; ; count -= 1) {
    const cells = CELLS.slice(0, count).filter((cell) => wanted[cell] > 0);
    const used = cells.reduce((sum, cell) => sum + widthOf(cell, wanted), SIGN_AND_PERCENT);
    const room = look.width - used;
    const least = Math.min(wanted.name, count > 1 ? USUAL_NAME : LEAST_NAME);
    if (room >= least || count === 0) return columnsOf(cells, wanted, Math.max(1, room));
  }
}

type Cell = (typeof CELLS)[number];

const widthOf = (cell: Cell, wanted: StageColumns): number =>
  cell === 'bar' ? LEAST_BAR + 1 : wanted[cell] + GAP;

function columnsOf(cells: readonly Cell[], wanted: StageColumns, room: number): StageColumns {
  const name = Math.min(wanted.name, room);
  const of = (cell: Cell): number => (cells.includes(cell) ? wanted[cell] : 0);
  return {
    name,
    bar: cells.includes('bar') ? Math.min(LONGEST_BAR, LEAST_BAR + room - name) : 0,
    time: of('time'),
    records: of('records'),
    rate: of('rate'),
    left: of('left'),
  };
}

function wantedColumns(stages: readonly StageProgress[], look: Look): StageColumns {
  const { progress: words, events, units } = look.messages;
  const widest = steadyWidest(units);
  return {
    name: wide(words.stage, ...stages.map((item) => nameOf(item, look))),
    bar: LONGEST_BAR,
    time: wide(words.about(widest), words.time),
    ...countColumns(stages, look),
    left: wide(events.lateBy(widest), words.remaining),
  };
}

/** Room for the most records that any stage may come to, and for as many of them in a second. */
function countColumns(
  stages: readonly StageProgress[],
  { messages, formats }: Look,
): Pick<StageColumns, 'records' | 'rate'> {
  const known = mostRecords(stages.filter((item) => !isGrowing(item)));
  const growing = mostRecords(stages.filter(isGrowing));
  if (known === undefined && growing === undefined) return { records: 0, rate: 0 };
  const { progress: words, watch } = messages;
  const { number } = formats;
  const fastest = Math.max(known ?? 0, growing === undefined ? 0 : GROWING_RATE);
  return {
    records: wide(
      words.records,
      known === undefined ? '' : `${number(known)} / ${number(known)}`,
      growing === undefined ? '' : number(Math.max(growing, GROWING_COUNT)),
    ),
    rate: wide(words.rate, watch.perSecond(number(fastest)), watch.perSecond(number(9.99))),
  };
}

/** Whether a stage counts and nobody knows up to what. */
const isGrowing = ({ stage, times }: StageProgress): boolean =>
  stage.totalRecords == null && times.phase === 'running';

function mostRecords(stages: readonly StageProgress[]): number | undefined {
  let most: number | undefined;
  for (const { stage } of stages) {
    for (const count of [stage.recordsProcessed, stage.totalRecords]) {
      if (count != null) most = Math.max(most ?? 0, count);
    }
  }
  return most;
}

/** The columns of the widest of some texts. */
const wide = (...texts: readonly string[]): number =>
  texts.reduce((columns, text) => Math.max(columns, width(inline(text))), 0);

import { type Status, statuses } from '../../../contract/index.js';
import type { JobState } from '../../../domain/events/watch-state.js';
import type { Look } from '../../../render/look.js';
import { inline } from '../../../render/safe-text.js';
import { width } from '../../../render/width.js';
import { leftColumns } from './left-text.js';
import { SHORT_ID } from './title.js';

/** How wide the cells of a job's row are; 0 for one that there is no room for. The percentage is always there. */
export interface JobColumns {
  name: number;
  id: number;
  status: number;
  bar: number;
  stage: number;
  time: number;
}

const GAP = 2;
const SIGN_AND_PERCENT = 2 + GAP + 4;
const LEAST_NAME = 10;
const USUAL_NAME = 18;
const LONGEST_NAME = 40;
const LEAST_STAGE = 12;
const USUAL_STAGE = 20;
const LONGEST_STAGE = 40;
const BAR = 8;
const LONGEST_BAR = 20;
/** Of very many jobs the names of the first ones are measured: that is enough to know what names are like. */
const MOST_MEASURED = 200;
/** From here on there is room for ids beside names. */
const LEAST_WIDTH_FOR_IDS = 110;

/** From what stays longest to what leaves first. */
const CELLS = ['time', 'bar', 'status', 'stage'] as const;

/** Columns that depend on the names and the look alone, so that nothing moves while the jobs go on. */
export function planJobs(jobs: readonly JobState[], look: Look): JobColumns {
  const measured = jobs.slice(0, MOST_MEASURED);
  const name = nameColumns(measured);
  const id = look.width >= LEAST_WIDTH_FOR_IDS || areNamesShared(measured) ? SHORT_ID : 0;
  const sizes = {
    time: leftColumns(look),
    bar: BAR - 1,
    stage: LEAST_STAGE,
    status: statusColumns(look),
  };
  for (let count: number = CELLS.length; ; count -= 1) {
    const cells = CELLS.slice(0, count);
    const used = cells.reduce(
      (sum, cell) => sum + sizes[cell] + GAP,
      SIGN_AND_PERCENT + beside(id),
    );
    const room = look.width - used;
    if (room >= Math.min(name, count > 1 ? USUAL_NAME : LEAST_NAME) || count === 0) {
      return spread(cells, { name, id, ...sizes, bar: BAR }, Math.max(1, room));
    }
  }
}

/** What is left over goes to the names, then to the stages, then to the bars, and again to the stages. */
function spread(cells: readonly string[], wanted: JobColumns, room: number): JobColumns {
  const of = (cell: keyof JobColumns): number => (cells.includes(cell) ? wanted[cell] : 0);
  const name = Math.min(wanted.name, room);
  let rest = room - name;
  const take = (cell: keyof JobColumns, most: number): number => {
    const taken = of(cell) === 0 ? 0 : Math.min(rest, most);
    rest -= taken;
    return taken;
  };
  const stage = take('stage', USUAL_STAGE - LEAST_STAGE);
  const bar = take('bar', LONGEST_BAR - BAR);
  return {
    name,
    id: wanted.id,
    status: of('status'),
    bar: of('bar') + bar,
    stage: of('stage') + stage + take('stage', LONGEST_STAGE - USUAL_STAGE),
    time: of('time'),
  };
}

const beside = (cell: number): number => (cell === 0 ? 0 : cell + GAP);

function nameColumns(jobs: readonly JobState[]): number {
  const widest = jobs.reduce(
    (most, job) => Math.max(most, width(inline(job.jobName ?? ''))),
    SHORT_ID,
  );
  return Math.min(LONGEST_NAME, widest);
}

/** Where two jobs have one name, only their ids tell them apart. */
function areNamesShared(jobs: readonly JobState[]): boolean {
  const names = jobs.flatMap(({ jobName }) => jobName ?? []);
  return new Set(names).size < names.length;
}

const statusColumns = ({ messages }: Look): number =>
  statuses.words.reduce(
    (most: number, status: Status) => Math.max(most, width(inline(messages.words.status[status]))),
    0,
  );

import { type Claim, type RowPlan, shareRows } from './rows.js';

/** The parts of the screen of one job, from top to bottom; gaps are free lines. */
export type JobPart =
  | 'title'
  | 'headline'
  | 'times'
  | 'notes'
  | 'stageGap'
  | 'stageHead'
  | 'ended'
  | 'active'
  | 'coming'
  | 'factGap'
  | 'activity'
  | 'resources'
  | 'more'
  | 'panels'
  | 'logRule'
  | 'logs'
  | 'statusGap'
  | 'status';

/** How many rows each part would fill, had it all the room that it wants. */
export interface JobNeeds {
  times: number;
  notes: number;
  /** Stages by how they stand. */
  ended: number;
  active: number;
  coming: number;
  activity: number;
  resources: number;
  /** What is good to know and first to go. */
  more: number;
  panels: number;
  logs: number;
  status: number;
  /** What is known is old: that is told before how far the job is. */
  isStale: boolean;
}

/** Parts that were switched on get at least so much, as far as it is there … */
const LEAST_FOR_PANELS = 4;
/** … and the last lines of the log. */
const LEAST_LOGS = 2;
const USUAL_LOGS = 5;

/**
 * Which rows a job's screen is made of. In this order: what it is and how far, that it is watched; stages that run or
 * failed; then a line each for what is folded, the newest log lines, what was switched on, what the job does and uses;
 * then what was folded, one stage after the other; last of all the free lines, and more of the log.
 */
export function planJob(rows: number, needs: JobNeeds): RowPlan<JobPart> {
  return shareRows(rows, claimsOf(rows, needs));
}

function claimsOf(rows: number, needs: JobNeeds): Claim<JobPart>[] {
  const stages = needs.ended + needs.active + needs.coming;
  const one = (count: number): number => Math.min(1, count);
  const facts = one(needs.activity + needs.resources + needs.more);
  const panels = Math.min(needs.panels, Math.max(LEAST_FOR_PANELS, Math.floor(rows / 2)));
  const usualLogs = Math.min(USUAL_LOGS, needs.logs);
  const logRule = one(needs.logs);
  const fewLogs = Math.min(LEAST_LOGS, needs.logs);
  const top: Claim<JobPart>[] = needs.isStale
    ? [
        ['status', needs.status],
        ['headline', 1],
      ]
    : [
        ['headline', 1],
        ['status', needs.status],
      ];
  return [
    ['title', 1],
    ...top,
    ['active', needs.active],
    ['notes', needs.notes],
    ['ended', one(needs.ended)],
    ['coming', one(needs.coming)],
    ['logs', fewLogs],
    ['times', needs.times],
    ['panels', panels],
    // Below a panel, lines without a title would seem to be its own.
    ['logRule', panels > 0 ? logRule : 0],
    ['activity', needs.activity],
    ['resources', needs.resources],
    ['stageHead', one(stages)],
    ['stageGap', one(stages)],
    ['coming', needs.coming - one(needs.coming)],
    ['logRule', panels > 0 ? 0 : logRule],
    ['logs', usualLogs - fewLogs],
    ['more', needs.more],
    ['ended', needs.ended - one(needs.ended)],
    ['factGap', facts],
    ['statusGap', needs.status],
    ['logs', needs.logs - usualLogs],
  ];
}

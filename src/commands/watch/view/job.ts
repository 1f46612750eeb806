import type { JobState, WatchState } from '../../../domain/events/watch-state.js';
import { type StageProgress, stageProgress } from '../../../domain/stage-progress.js';
import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe } from '../../../render/safe-text.js';
import { activityLines, qualityLines } from './facts.js';
import { type Glance, glanceAt } from './glance.js';
import { headline } from './headline.js';
import { createLayoutCache } from './layout-cache.js';
import { rule } from './line.js';
import { lastLogRows } from './log-rows.js';
import { noteLines } from './notes.js';
import { openPanels, type Panel, panelLines, rowsOf } from './panels.js';
import { type JobNeeds, type JobPart, planJob } from './plan.js';
import { resourceLines, trafficLines } from './resources.js';
import type { RowPlan } from './rows.js';
import type { Screen } from './screen.js';
import { planStages, type StageColumns } from './stage-columns.js';
import { countGroups, foldStages } from './stage-groups.js';
import { stageHead, stageRows } from './stage-rows.js';
import { hasTimes, timesLine } from './times.js';
import { titleLine } from './title.js';

/** What a job's screen is made of. What depends on how many rows there are is drawn later. */
interface Parts {
  job: JobState;
  glance: Glance;
  stages: readonly StageProgress[];
  notes: readonly SafeText[];
  activity: readonly SafeText[];
  resources: readonly SafeText[];
  more: readonly SafeText[];
  panels: readonly Panel[];
  /** The log lines that there would be room for. */
  logs: readonly SafeText[];
}

/** The screen of one job, in at most `screen.rows` lines. `status` is its last line; there is none at the end. */
export function jobView(
  state: WatchState,
  job: JobState,
  { screen, status }: { screen: Screen; status: readonly SafeText[] },
  look: Look,
): { body: SafeText[]; foot: SafeText[] } {
  const parts = partsOf(job, screen, look);
  const plan = planJob(screen.rows, needsOf(parts, status, state));
  const free = (part: JobPart): SafeText[] => Array<SafeText>(plan[part]).fill(safe``);
  return {
    body: [
      ...headLines(parts, plan, look),
      ...free('stageGap'),
      ...stageLines(parts, plan, look),
      ...free('factGap'),
      ...parts.activity.slice(0, plan.activity),
      ...parts.resources.slice(0, plan.resources),
      ...parts.more.slice(0, plan.more),
      ...panelLines(parts.panels, plan.panels, look),
      ...logLines(parts, plan, look),
    ],
    foot: [...free('statusGap'), ...status.slice(0, plan.status)],
  };
}

function partsOf(job: JobState, screen: Screen, look: Look): Parts {
  const { nowMs } = screen;
  const { progress } = job;
  const glance = glanceAt(job, nowMs);
  const hasEnded = glance.times.phase === 'ended';
  return {
    job,
    glance,
    stages: stageProgress(progress?.stages ?? [], nowMs, glance.times, job.seenAtMs),
    notes: noteLines(job, glance, look),
    activity: hasEnded ? [] : activityLines(progress?.currentActivity, look),
    resources: resourceLines(job, look),
    more: [...trafficLines(job, look), ...qualityLines(progress?.qualityMetrics, look)],
    panels: openPanels(job, screen, look),
    logs: screen.panels.logs ? lastLogRows(job.lines, screen.rows, nowMs, look) : [],
  };
}

function needsOf(parts: Parts, status: readonly SafeText[], state: WatchState): JobNeeds {
  const { glance, stages } = parts;
  const isMeasured = glance.percentage !== undefined && glance.times.phase !== 'waiting';
  return {
    times: isMeasured && hasTimes(glance) ? 1 : 0,
    notes: parts.notes.length,
    ...countGroups(stages),
    activity: parts.activity.length,
    resources: parts.resources.length,
    more: parts.more.length,
    panels: rowsOf(parts.panels),
    logs: parts.logs.length,
    status: status.length,
    isStale: state.stale !== undefined,
  };
}

function headLines({ job, glance, notes }: Parts, plan: RowPlan<JobPart>, look: Look): SafeText[] {
  const hasTimesLine = plan.times > 0;
  return [
    ...(plan.title > 0 ? [titleLine(job, glance, plan.headline === 0, look)] : []),
    ...(plan.headline > 0 ? [headline(glance, hasTimesLine, look)] : []),
    ...(hasTimesLine ? [timesLine(glance, look)] : []),
    ...notes.slice(0, plan.notes),
  ];
}

const stageColumns = createLayoutCache<StageColumns>();

function stageLines(
  { job, stages, glance }: Parts,
  plan: RowPlan<JobPart>,
  look: Look,
): SafeText[] {
  const answered = job.progress?.stages;
  if (answered == null || stages.length === 0) return [];
  const at = { nowMs: glance.nowMs, look, variant: '' };
  const columns = stageColumns(answered, at, () => planStages(stages, look));
  return [
    ...(plan.stageHead > 0 ? [stageHead(columns, look)] : []),
    ...stageRows(foldStages(stages, plan), columns, glance.nowMs, look),
  ];
}

function logLines({ job, glance }: Parts, plan: RowPlan<JobPart>, look: Look): SafeText[] {
  if (plan.logs === 0) return [];
  const title = inline(look.messages.watch.titles.logs);
  return [
    ...(plan.logRule > 0 ? [rule(title, false, look)] : []),
    ...lastLogRows(job.lines, plan.logs, glance.nowMs, look),
  ];
}

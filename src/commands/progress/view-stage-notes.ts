import { statuses } from '../../contract/index.js';
import { extraFields } from '../../domain/extra-fields.js';
import { flatten } from '../../domain/flatten.js';
import type { StageProgress } from '../../domain/stage-progress.js';
import { type Fact, factLine, flow, openFacts } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { statusPaint } from '../../render/theme.js';
import { word } from '../../render/words.js';
import { rateText } from './view-stage-cells.js';
import { checkedDuration } from './view-times.js';

const INDENT = 2;

const KNOWN = [
  'stageName',
  'stageOrder',
  'status',
  'progress',
  'startTime',
  'endTime',
  'estimatedStartTime',
  'estimatedEndTime',
  'duration',
  'recordsProcessed',
  'totalRecords',
  'metrics',
];

/** What is known of a stage beyond its row: every metric, and every field that has no name here. */
export function stageFacts({ stage }: StageProgress, look: Look): Fact[] {
  return openFacts([...flatten(stage.metrics ?? {}), ...extraFields(stage, KNOWN)], look);
}

/** The lines below a stage's row: its state where the sign does not say it, its estimates, its metrics. */
export function stageNotes(item: StageProgress, look: Look): SafeText[] {
  const room = look.width - INDENT;
  const state = flow([...statusNote(item, look), ...timeNotes(item, look)], room).map(
    (line) => safe`  ${line}`,
  );
  return [...state, ...factLine(stageFacts(item, look), look, INDENT)];
}

function statusNote({ stage }: StageProgress, look: Look): SafeText[] {
  const known = statuses.canonical(stage.status);
  if (stage.status == null || known === 'Completed' || known === 'Running' || known === 'Pending')
    return [];
  return [statusPaint(look.theme, stage.status)(word('status', stage.status, look.messages))];
}

function timeNotes({ stage, times, averageRate }: StageProgress, look: Look): SafeText[] {
  const said = checkedDuration(times.elapsedMs, stage.duration, look).slice(1);
  const notes =
    times.phase === 'running' ? runningNotes(times, averageRate, look) : waitingNotes(times, look);
  return [...said, ...notes];
}

function runningNotes(
  { lateMs, remainingMs, expectedEndMs }: StageProgress['times'],
  averageRate: number | undefined,
  look: Look,
): SafeText[] {
  const words = look.messages.progress;
  const { duration, time } = look.formats;
  const notes: SafeText[] = [];
  if (lateMs !== undefined) notes.push(look.theme.caution(inline(words.lateBy(duration(lateMs)))));
  else if (remainingMs !== undefined && expectedEndMs !== undefined) {
    notes.push(look.theme.faint(inline(words.endsIn(duration(remainingMs), time(expectedEndMs)))));
  }
  if (averageRate !== undefined) notes.push(look.theme.faint(rateText(averageRate, look)));
  return notes;
}

function waitingNotes(
  { phase, expectedStartMs, expectedEndMs }: StageProgress['times'],
  look: Look,
): SafeText[] {
  if (phase !== 'waiting') return [];
  const { about, starts, ends } = look.messages.progress;
  const moment = (timeMs: number): string => about(look.formats.time(timeMs));
  return [
    ...(expectedStartMs === undefined ? [] : [inline(starts(moment(expectedStartMs)))]),
    ...(expectedEndMs === undefined ? [] : [inline(ends(moment(expectedEndMs)))]),
  ].map(look.theme.faint);
}

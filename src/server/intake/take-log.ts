import { type Level, levels } from '../../contract/index.js';
import { known } from '../known.js';
import type { LogRecord } from '../store/records.js';
import { digest } from './digest.js';
import { type Draft, editStage } from './draft.js';
import type { ReportOf } from './report-of.js';
import { tell, tellSubscribers } from './tell.js';

/**
 * How many different warnings, and how many different errors, of one stage become events of the timeline.
 * The log has all of them.
 */
export const MESSAGES_TOLD_MAX = 100;

/** Adds a line to the log. A level that no word is known for counts as INFO, and its word goes into the details. */
export function takeLog(draft: Draft, report: ReportOf<'log'>, timeMs: number): void {
  const { component, message } = report;
  const level = levels.canonical(report.level);
  const stage = report.stage ?? draft.runningStage;
  const details =
    report.level === undefined || level !== undefined
      ? report.details
      : { level: report.level, ...report.details };
  draft.job.logSequence += 1;
  draft.job.logCounts[level ?? 'INFO'] += 1;
  const entry: LogRecord = {
    sequence: draft.job.logSequence,
    timeMs,
    level: level ?? 'INFO',
    message,
  };
  if (component !== undefined) entry.component = component;
  if (stage !== undefined) entry.stage = stage;
  if (details !== undefined) entry.details = details;
  draft.logs.push(entry);
  if (level === 'WARN' || level === 'ERROR') tellOnce(draft, { ...report, level, stage }, timeMs);
  if (level === 'DEBUG') tellDebug(draft, entry);
}

/**
 * Puts a debug entry into the outbox only while somebody has subscribed to such entries: a job may write thousands of
 * them a second, and nearly nobody asks. It is asked at the first entry of a batch; without any, it costs nothing. Whoever
 * subscribes hears of the entries from then on, and of no earlier ones.
 */
function tellDebug(draft: Draft, { timeMs, message, component, stage, details }: LogRecord): void {
  if (draft.context.isDebugWanted?.() !== true) return;
  tellSubscribers(draft, 'debug', timeMs, known({ stageName: stage, message, component, details }));
}

interface GraveLine {
  level: Extract<Level, 'WARN' | 'ERROR'>;
  stage: string | undefined;
  message: string;
  component?: string | undefined;
  details?: Readonly<Record<string, unknown>> | undefined;
}

/** Makes an event of a grave line, unless the stage had the same line before or too many others. */
function tellOnce(draft: Draft, line: GraveLine, timeMs: number): void {
  const list = line.level === 'WARN' ? 'warnings' : 'errors';
  const before = (draft.stages.get(line.stage ?? '') ?? draft.job).told?.[list] ?? [];
  if (before.length >= MESSAGES_TOLD_MAX) return;
  // The job also keeps the lines of stages that were named in logs only: their name is part of the text.
  const mark = digest(`${line.stage ?? ''}\n${line.message}`);
  if (before.includes(mark)) return;
  const owner = editStage(draft, line.stage) ?? draft.job;
  owner.told = { ...owner.told, [list]: [...before, mark] };
  tell(draft, {
    timeMs,
    type: line.level === 'WARN' ? 'Warning' : 'Error',
    isSub: false,
    text: line.message,
    ...known({ stageName: line.stage }),
    details: { ...known({ component: line.component }), ...line.details },
  });
}

import { type ProgressBody, statuses } from '../../contract/index.js';
import type { Times } from '../../domain/job-times.js';
import { bar } from '../../render/bar.js';
import { type Gauge, gauges } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { extraRows } from '../../render/rows.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { statusSymbol } from '../../render/symbols.js';
import { statusPaint } from '../../render/theme.js';
import { width, wrap } from '../../render/width.js';
import { word } from '../../render/words.js';
import { timeRows } from './view-times.js';

const LONGEST_BAR = 60;

/** What has a place of its own on the screen; all else that is said of the job stands below its times. */
const KNOWN = [
  'jobId',
  'jobName',
  'status',
  'overallProgress',
  'stages',
  'currentActivity',
  'resourceUsage',
  'qualityMetrics',
  'trackingTime',
  'queuePosition',
  'estimatedStartTime',
];

/** Which job it is, how far it is, and its times. */
export function overallLines(body: ProgressBody, times: Times, look: Look): SafeText[] {
  const rows = [
    ...timeRows(body, times, look),
    ...failedStageRow(body, look),
    ...extraRows(body, KNOWN, look),
  ];
  if (!look.terminal) return gauges([...identityRows(body, look), ...rows], look);
  const below = gauges(rows, look);
  return [
    ...titleLines(body, look),
    ...barLines(body, look),
    ...(below.length > 0 ? [safe``, ...below] : []),
  ];
}

function identityRows(
  { jobName, jobId, status, overallProgress }: ProgressBody,
  look: Look,
): Gauge[] {
  const words = look.messages.progress;
  const { percentage } = overallProgress;
  return [
    { name: inline(words.job), parts: [inline(jobName ?? '-')] },
    { name: inline(words.id), parts: [inline(jobId ?? '-')] },
    { name: inline(words.status), parts: [word('status', status, look.messages)] },
    {
      name: inline(words.progress),
      parts: [percentage == null ? safe`-` : look.formats.percent(percentage)],
    },
  ];
}

function titleLines({ jobName, jobId, status }: ProgressBody, look: Look): SafeText[] {
  const { theme, messages } = look;
  const paint = statusPaint(theme, status);
  const name = theme.strong(inline(jobName ?? jobId ?? '-'));
  const title = safe`${paint(statusSymbol(look.symbols, status))} ${name}  ${paint(word('status', status, messages))}`;
  const id =
    jobName == null || jobId == null ? [] : wrap(theme.faint(inline(jobId)), look.width - 2);
  const [first = title, ...others] = wrap(title, look.width - 2);
  return [first, ...[...others, ...id].map((line) => safe`  ${line}`)];
}

/** Nothing where the server does not know how far the job is: an empty bar would say that nothing is done. */
function barLines({ status, overallProgress }: ProgressBody, look: Look): SafeText[] {
  const { percentage } = overallProgress;
  if (percentage == null) return [];
  const label = look.formats.percent(percentage);
  const columns = Math.min(LONGEST_BAR, look.width - width(label) - 4);
  const drawn = bar(percentage, columns, look, statusPaint(look.theme, status));
  return [safe``, safe`  ${drawn}  ${look.theme.strong(label)}`];
}

function failedStageRow({ status, stages }: ProgressBody, look: Look): Gauge[] {
  if (statuses.canonical(status) !== 'Failed') return [];
  const failed = stages?.filter((stage) => statuses.canonical(stage.status) === 'Failed') ?? [];
  const parts = failed.map(({ stageName }) => look.theme.bad(inline(stageName)));
  return parts.length === 0 ? [] : [{ name: inline(look.messages.progress.failedStage), parts }];
}

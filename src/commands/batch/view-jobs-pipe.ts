import type { BatchJob } from '../../contract/index.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { tableLines } from '../../render/table.js';
import { word } from '../../render/words.js';
import { endOf, startOf } from './job-times.js';
import type { BatchState } from './view.js';
import { queuePlace } from './view-job-facts.js';

/** A table of the jobs in a pipe: a line each with everything that is known, the id first. */
export function jobsPipeTable(
  { body, nowMs, showsMetrics }: BatchState,
  look: Look,
): Iterable<SafeText> {
  const { labels } = look.messages.batch;
  const { id, status, progress, job, queue, stage, start, end, by, priority, cpu, memory, rate } =
    labels;
  const names = [id, status, progress, job, queue, stage, start, end, by, priority];
  const columns = [...names, ...(showsMetrics ? [cpu, memory, rate] : [])];
  const rows = body.jobs.map((each) => [
    ...cells(each, nowMs, look),
    ...(showsMetrics ? resourceCells(each, look) : []),
  ]);
  return tableLines(
    columns.map((name) => ({ header: inline(name) })),
    rows,
    look,
  );
}

const cells = (job: BatchJob, nowMs: number, look: Look): SafeText[] => [
  inline(job.jobId),
  word('status', job.status, look.messages),
  orDash(job.progress, (value) => look.formats.percent(value)),
  orDash(job.jobName, inline),
  queuePlace(job, look) ?? safe`-`,
  orDash(job.currentStage, inline),
  startOf(job, look),
  endOf(job, nowMs, look),
  orDash(job.submittedBy, inline),
  orDash(job.priority, (text) => word('priority', text, look.messages)),
];

const resourceCells = ({ resourceUsage: usage }: BatchJob, { formats }: Look): SafeText[] => [
  orDash(usage?.cpu, (value) => formats.percent(value)),
  orDash(usage?.memory, formats.quantity),
  orDash(usage?.processingRate, formats.quantity),
];

const orDash = <T>(value: T | null | undefined, show: (value: T) => SafeText): SafeText =>
  value == null ? safe`-` : show(value);

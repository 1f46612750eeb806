import type { BatchJob } from '../../contract/index.js';
import { bar } from '../../render/bar.js';
import { type Fact, flow } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { statusSymbol } from '../../render/symbols.js';
import { type Column, table } from '../../render/table.js';
import { statusPaint } from '../../render/theme.js';
import { pad, width } from '../../render/width.js';
import { endOf } from './job-times.js';
import type { BatchState } from './view.js';
import { jobFacts, resourceFacts, statusText } from './view-job-facts.js';

/** The bar before a percentage, and the narrowest terminal that has room for it. */
const BAR_COLUMNS = 10;
const LEAST_WIDTH_FOR_BARS = 64;

/** A name is cut only where it is longer than this, or than a narrow terminal has room for. */
const NAME_COLUMNS = 30;
const COLUMNS_BESIDE_NAME = 8;

/** What stands for a name where there is none, since the whole id stands below: the first group of a GUID. */
const STAND_IN_COLUMNS = 8;

/** A table of the jobs on a terminal: a row with a bar each, and below it the full id and what else is known. */
export function jobsTable({ body, nowMs, showsMetrics }: BatchState, look: Look): SafeText[] {
  const { labels } = look.messages.batch;
  const columns: Column[] = [
    {
      header: inline(`  ${labels.job}`),
      min: Math.max(8, Math.min(NAME_COLUMNS, look.width - COLUMNS_BESIDE_NAME)),
    },
    { header: inline(labels.status), leaves: 1 },
    { header: inline(labels.progress) },
    { header: inline(labels.end), leaves: 2 },
  ];
  const percents = body.jobs.map((job) => percentText(job, look));
  const widest = percents.reduce((most, text) => Math.max(most, width(text)), 0);
  const rows = body.jobs.map((job, index) => [
    nameCell(job, look),
    statusPaint(look.theme, job.status)(statusText(job, look)),
    progressCell(job, pad(percents[index] ?? safe``, widest, 'right'), look),
    endOf(job, nowMs, look),
  ]);
  return table(
    columns,
    rows,
    look,
    body.jobs.map((job) => notesOf(job, showsMetrics, look)),
  );
}

function nameCell(job: BatchJob, look: Look): SafeText {
  const symbol = statusPaint(look.theme, job.status)(statusSymbol(look.symbols, job.status));
  return safe`${symbol} ${inline(job.jobName ?? job.jobId.slice(0, STAND_IN_COLUMNS))}`;
}

const percentText = ({ progress }: BatchJob, look: Look): SafeText =>
  progress == null ? safe`-` : look.formats.percent(progress);

function progressCell({ progress, status }: BatchJob, percent: SafeText, look: Look): SafeText {
  if (look.width < LEAST_WIDTH_FOR_BARS) return percent;
  return safe`${bar(progress ?? 0, BAR_COLUMNS, look, statusPaint(look.theme, status))}  ${percent}`;
}

/** The id whole, so that it can be copied, then the facts that have no column. */
function notesOf(job: BatchJob, showsMetrics: boolean, look: Look): SafeText[] {
  const facts = [...jobFacts(job, look), ...(showsMetrics ? resourceFacts(job, look) : [])];
  const parts = [look.theme.faint(inline(job.jobId)), ...facts.map((fact) => factText(fact, look))];
  return flow(parts, Math.max(8, look.width - 2)).map((line) => safe`  ${line}`);
}

const factText = ([name, value]: Fact, look: Look): SafeText =>
  join([look.theme.faint(name), value], safe` `);

import type { VerdictEvent } from '../../../domain/events/job-event.js';
import type { JobState } from '../../../domain/events/watch-state.js';
import { share } from '../../../domain/size.js';
import { type Gauge, gauges } from '../../../render/gauges.js';
import type { Look } from '../../../render/look.js';
import { knownParts, optional, rowOf } from '../../../render/rows.js';
import { inline, type SafeText } from '../../../render/safe-text.js';
import { word } from '../../../render/words.js';
import { qualityParts } from './facts.js';

/** What a job came to, as far as it is known: its efficiency, its slowest stage, its records, its quality. */
export function summaryLines(
  verdict: VerdictEvent,
  job: JobState | undefined,
  look: Look,
): SafeText[] {
  if (verdict.state !== 'Completed') return [];
  const { verdict: words } = look.messages.watch;
  const { number, percent } = look.formats;
  const rows = [
    ...rowOf(
      words.efficiency,
      knownParts(
        optional(verdict.efficiency, (value) => percent(value)),
        optional(verdict.overallEfficiency, (rating) => word('rating', rating, look.messages)),
      ),
    ),
    ...slowestRow(verdict, look),
    ...rowOf(words.records, knownParts(optional(recordsOf(job), (count) => number(count)))),
    ...rowOf(look.messages.progress.quality, qualityParts(job?.progress?.qualityMetrics, look)),
  ];
  return gauges(rows, look);
}

/** With its share of the whole, where that is known. */
function slowestRow({ slowestStage, durationMs }: VerdictEvent, look: Look): Gauge[] {
  if (slowestStage === undefined) return [];
  const { duration, percent } = look.formats;
  const part = share(slowestStage.durationMs, durationMs);
  return rowOf(
    look.messages.watch.verdict.slowestStage,
    knownParts(
      inline(slowestStage.stageName),
      duration(slowestStage.durationMs),
      optional(part, (value) => percent(value, 0)),
    ),
  );
}

/** How many records the job worked on: what its metrics or one of its stages say, the most of them. */
function recordsOf(job: JobState | undefined): number | undefined {
  const said = job?.metrics?.currentMetrics.processing?.recordsProcessed ?? undefined;
  const stages = job?.progress?.stages ?? [];
  return stages.reduce<number | undefined>(
    (most, { recordsProcessed: count }) => (count == null ? most : Math.max(most ?? 0, count)),
    said,
  );
}

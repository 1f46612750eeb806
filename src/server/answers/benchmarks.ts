import { isFinal, type MetricsBody } from '../../contract/index.js';
import type { HistoryRecord } from '../store/records.js';
import type { Wording } from '../wording/wording.js';
import { compareSpeeds, percentileRank } from './formulas/rank.js';
import { averageRate } from './formulas/record-rate.js';
import { mean } from './formulas/shares.js';
import { group } from './group.js';
import { type JobFacts, jobRecords, type Outlook } from './outlook.js';

/** How a job does among past ones of its type; `undefined` without any. */
export function benchmarks(
  facts: JobFacts,
  outlook: Outlook,
  words: Wording,
): MetricsBody['benchmarks'] {
  const { job } = facts;
  const past = facts.past.jobs;
  const averageMs = mean(past.map(({ durationMs }) => durationMs));
  if (averageMs === undefined) return undefined;
  const throughput = mean(past.flatMap((record) => pastThroughput(record) ?? []));
  const { own, others } = speeds(facts, outlook);
  const rank = percentileRank(own, others);
  return group({
    jobType: job.type,
    averageJobDuration: words.duration(averageMs),
    averageThroughput: throughput === undefined ? undefined : words.rate(throughput),
    currentPerformanceRank: rank === undefined ? undefined : words.percentile(rank),
    similarJobsComparison: compareSpeeds(own, others),
  });
}

/** Records per second of a whole past job: `records processed ÷ duration`. */
const pastThroughput = ({ recordsProcessed, durationMs }: HistoryRecord): number | undefined =>
  averageRate(recordsProcessed, durationMs);

/**
 * What a job and past ones are compared by. A job that has ended, or that has no stages, by throughput over its whole
 * time, since two runs need not have the same amount to do. Else, and where records are not known, by the inverse of
 * the duration, that of a running job being `elapsed + remaining`: the stages that were done so far say nothing about
 * the throughput of the whole.
 */
function speeds(
  { job, past }: JobFacts,
  outlook: Outlook,
): { own: number | undefined; others: readonly number[] } {
  const rates = past.jobs.flatMap((record) => pastThroughput(record) ?? []);
  const isWhole = isFinal(job.status) || outlook.plan.length === 0;
  const rate = isWhole ? averageRate(jobRecords(job, outlook.plan), outlook.elapsedMs) : undefined;
  if (rate !== undefined && rates.length > 0) return { own: rate, others: rates };
  return {
    own: inverse(durationMs(job.status, outlook)),
    others: past.jobs.flatMap((record) => inverse(record.durationMs) ?? []),
  };
}

/** How long a job took, or will have taken; a failed or cancelled one did not do what the past ones did. */
function durationMs(status: string, { elapsedMs, remainingMs }: Outlook): number | undefined {
  if (status === 'Completed') return elapsedMs;
  if (elapsedMs === undefined || remainingMs === undefined) return undefined;
  return elapsedMs + remainingMs;
}

const inverse = (length: number | undefined): number | undefined =>
  length !== undefined && length > 0 ? 1 / length : undefined;

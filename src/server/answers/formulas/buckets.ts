import type { SampleRecord } from '../../store/records.js';
import { rateBetween } from './record-rate.js';
import { mean } from './shares.js';

/** What a job used and did over one interval. */
export interface Bucket {
  /** When the interval begins, in milliseconds since 1970; a multiple of its length. */
  startMs: number;
  /** The means of its samples: a share of the job's cores, and bytes. */
  cpuPercent?: number | undefined;
  memoryBytes?: number | undefined;
  /** The mean of the rates between a sample and the one before it. */
  recordsPerSecond?: number | undefined;
  /** The stage of its newest sample that has one. */
  stage?: string | undefined;
}

/** Samples cut into intervals of `intervalMs`, oldest first. An interval without samples has no bucket. */
export function bucketsOf(samples: readonly SampleRecord[], intervalMs: number): Bucket[] {
  const groups = new Map<number, number[]>();
  for (const [index, { timeMs }] of samples.entries()) {
    const startMs = Math.floor(timeMs / intervalMs) * intervalMs;
    const group = groups.get(startMs);
    if (group === undefined) groups.set(startMs, [index]);
    else group.push(index);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([startMs, indexes]) => bucket(startMs, indexes, samples));
}

function bucket(startMs: number, indexes: number[], samples: readonly SampleRecord[]): Bucket {
  const own = indexes.flatMap((index) => samples[index] ?? []);
  return {
    startMs,
    cpuPercent: mean(own.flatMap(({ cpuPercent }) => cpuPercent ?? [])),
    memoryBytes: mean(own.flatMap(({ memoryBytes }) => memoryBytes ?? [])),
    recordsPerSecond: mean(indexes.flatMap((index) => rateInto(samples, index) ?? [])),
    stage: own.findLast(({ stage }) => stage !== undefined)?.stage,
  };
}

/** Records per second from the sample before this one; see {@link rateBetween} for when there is none. */
export function rateInto(samples: readonly SampleRecord[], index: number): number | undefined {
  const [before, sample] = [samples[index - 1], samples[index]];
  return before && sample ? rateBetween(before, sample) : undefined;
}

import type { JobRecord, SampleRecord } from '../store/records.js';
import type { Wording } from '../wording/wording.js';
import { rounded } from './formulas/shares.js';
import { cpuShare } from './formulas/usage.js';
import { group } from './group.js';

/** The newest known value of a figure: a reporter need not measure all of them every time. */
export function latest<Key extends keyof SampleRecord>(
  samples: readonly SampleRecord[],
  key: Key,
): SampleRecord[Key] | undefined {
  return samples.findLast((sample) => sample[key] !== undefined)?.[key];
}

/** The sum of two totals, as far as they are known; `undefined` when neither is. */
function total(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);
}

/** How much of the cores it may use a job keeps busy, 0 to 100 with one decimal; see {@link cpuShare}. */
export const cpuUsage = (samples: readonly SampleRecord[]): number | undefined =>
  rounded(cpuShare(latest(samples, 'cpuPercent')), 1);

/**
 * What a job uses by its newest samples. Disk is what it read and wrote since its start, and network what it received
 * and sent, each as one sum.
 */
export function resourceUsage(
  job: JobRecord,
  samples: readonly SampleRecord[],
  recordsPerSecond: number | undefined,
  words: Wording,
) {
  const size = (bytes: number | undefined): string | undefined =>
    bytes === undefined ? undefined : words.size(bytes);
  return group({
    memoryUsage: size(latest(samples, 'memoryBytes')),
    memoryLimit: size(job.memoryLimitBytes),
    cpuUsage: cpuUsage(samples),
    diskUsage: size(total(latest(samples, 'diskReadBytes'), latest(samples, 'diskWriteBytes'))),
    networkIO: size(total(latest(samples, 'networkInBytes'), latest(samples, 'networkOutBytes'))),
    processingRate: recordsPerSecond === undefined ? undefined : words.rate(recordsPerSecond),
  });
}

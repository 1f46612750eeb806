import type { Rating } from '../../../contract/index.js';

/** What is known of the queue and of this machine. */
export interface HealthFacts {
  /** Jobs that could run if there were a place; those that wait for other jobs are not held up by the system. */
  readyJobs: number;
  runningJobs: number;
  /** How long the longest of the ready ones has waited, in milliseconds. */
  longestWaitMs: number;
  maxRunning: number | undefined;
  /** Shares of this machine in use, 0 to 100. */
  cpuPercent: number | undefined;
  memoryPercent: number;
  cores: number;
}

const MINUTE_MS = 60_000;

/**
 * How well the queue flows. Good: no ready job waits, or no more of them than run and none for five minutes.
 * Poor: more than three times as many wait as run, or one for more than half an hour. Medium is between.
 */
export function queueHealth({ readyJobs, runningJobs, longestWaitMs }: HealthFacts): Rating {
  if (readyJobs === 0) return 'Good';
  if (readyJobs > 3 * runningJobs || longestWaitMs > 30 * MINUTE_MS) return 'Poor';
  return readyJobs <= runningJobs && longestWaitMs < 5 * MINUTE_MS ? 'Good' : 'Medium';
}

/** What is free of the scarcer one of processor and memory: 40 % and more is Good, 15 % and more Medium, else Poor. */
export function resourceAvailability({ cpuPercent = 0, memoryPercent }: HealthFacts): Rating {
  const freePercent = 100 - Math.max(cpuPercent, memoryPercent);
  if (freePercent >= 40) return 'Good';
  return freePercent >= 15 ? 'Medium' : 'Poor';
}

/**
 * How many more jobs could start now: where the number of running jobs is limited, the free places that no ready job
 * waits for, else the idle cores, `cores × (100 − cpu) ÷ 100`, rounded down. Never below 0; `undefined` without a limit before the processor was
 * measured.
 */
export function capacity(facts: HealthFacts): number | undefined {
  const { maxRunning, runningJobs, readyJobs, cores, cpuPercent } = facts;
  if (maxRunning !== undefined) return Math.max(0, maxRunning - runningJobs - readyJobs);
  if (cpuPercent === undefined) return undefined;
  return Math.max(0, Math.floor((cores * (100 - cpuPercent)) / 100));
}

import { durationParts, rateFigure, sizeText } from './figures.js';
import type { Wording } from './wording.js';

const ordinal = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinalEnds: Partial<Record<Intl.LDMLPluralRule, string>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const because = (sentence: string, text: string | undefined): string =>
  text === undefined ? sentence : `${sentence}: ${text}`;

const stageOr = (stageName: string | undefined, other: string): string =>
  stageName === undefined ? other : `${stageName} stage`;

const stageEnds = { Failed: 'failed', Cancelled: 'cancelled', Completed: 'completed' };

/** English. */
export const en: Wording = {
  size: sizeText,
  rate: (recordsPerSecond) => `${rateFigure(recordsPerSecond)} records/second`,
  duration: (durationMs) =>
    durationParts(durationMs)
      .map(([unit, amount]) => counted(amount, unit))
      .join(' '),
  percentile: (rank) => `${rank}${ordinalEnds[ordinal.select(rank)] ?? 'th'} percentile`,
  additionalJobs: (count) => counted(count, 'additional job'),
  event: {
    JobStarted: () => 'Job started',
    StageStarted: ({ stageName }) => `${stageOr(stageName, 'Stage')} started`,
    StageCompleted: ({ stageName, stageEnd = 'Completed' }) =>
      `${stageOr(stageName, 'Stage')} ${stageEnds[stageEnd]}`,
    Milestone: ({ text }) => text ?? 'Milestone reached',
    Warning: ({ text }) => text ?? 'Warning',
    Error: ({ text }) => text ?? 'Error',
    Progress: ({ stageName, percent }) =>
      percent === undefined
        ? `${stageName ?? 'Job'} goes on`
        : `${stageName ?? 'Job'} ${percent}% complete`,
    JobCompleted: () => 'Job completed',
    JobFailed: ({ text }) => because('Job failed', text),
    JobCancelled: ({ text }) => because('Job cancelled', text),
  },
  upcoming: {
    StageStart: (stageName) => `${stageName} stage is expected to start`,
    StageCompletion: (stageName) => `${stageName} stage is expected to complete`,
    JobCompletion: () => 'Job is expected to complete',
  },
  dependency: {
    mustComplete: 'Has to complete before this job starts',
    completionOf: (jobName) => `Completion of ${jobName}`,
    isNotCompleted: (jobName) => `${jobName} has not completed`,
    hasCompleted: (jobName) => `${jobName} completed`,
    noFreeSlot: (maxRunning) => `No free worker slot: ${counted(maxRunning, 'job')} at a time`,
    workerSlot: (maxRunning) => `Worker slot, ${maxRunning} in all`,
  },
};

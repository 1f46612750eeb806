import type { LiveMessages } from '../areas/live.js';

export const live: LiveMessages = {
  flag: 'show it again at this interval (at least 250ms; default: the setting interval) until the job is final',
  moreLines: (count, figure) => `${figure} more ${count === 1 ? 'line' : 'lines'}`,
  moreJobs: (count, figure) => `and ${figure} more ${count === 1 ? 'job' : 'jobs'}`,
  noAnswer: (reason) => `no answer, trying again: ${reason}`,
  answersAgain: (duration) => `answers come again after ${duration}`,
};

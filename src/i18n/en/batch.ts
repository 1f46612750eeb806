import type { BatchMessages } from '../areas/batch.js';

export const batch: BatchMessages = {
  summary: 'Show many jobs at once, and how the system is doing',
  help: {
    jobIds: 'the jobs to show; all that the project tracks when none is given',
    status: 'show jobs of this status only',
    submittedBy: 'show jobs of this user only',
    metrics: 'show the resources that each job uses',
    sort: 'sort by progress (furthest first), start, eta, name or status (failed first)',
    examples: {
      all: 'All jobs of the project',
      failed: 'The ids of the failed jobs',
      eta: 'Running jobs with their resources, the next to end first',
    },
  },
  shown: (count, figure, of) =>
    of === undefined
      ? `${figure} ${count === 1 ? 'job' : 'jobs'}`
      : `${figure} of ${of} jobs shown`,
  asOf: (time) => `as of ${time}`,
  labels: {
    id: 'ID',
    job: 'Job',
    status: 'Status',
    queue: 'Queue',
    progress: 'Progress',
    stage: 'Stage',
    start: 'Start',
    end: 'End',
    by: 'By',
    priority: 'Priority',
    cpu: 'CPU',
    memory: 'Memory',
    rate: 'Rate',
  },
  place: (figure) => `#${figure}`,
  late: (duration) => `late by ${duration}`,
  system: {
    title: 'System',
    load: 'Load',
    queue: 'Queue',
    resources: 'Resources',
    capacity: 'Capacity',
  },
  none: ({ status, submittedBy }) =>
    `no ${status === undefined ? '' : `${status} `}jobs${submittedBy === undefined ? '' : ` submitted by ${submittedBy}`}`,
  missing: (ids) => `not in the answer: ${ids}`,
};

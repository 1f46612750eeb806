import type { RunMessages } from '../areas/run.js';

const reports = (count: number): string => (count === 1 ? '1 report' : `${count} reports`);
const lines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`);

export const run: RunMessages = {
  summary: 'Run a command as a tracked job; output and exit code are its own',
  command: 'the command to run, and its arguments; they are left as they are',
  flags: {
    id: 'the id of the job, a GUID; a new one if left out',
    name: 'what the job is called; the command line if left out',
    type: 'jobs of one type are compared with each other; the command line if left out',
    priority: 'which job is next when several wait',
    after: 'jobs that have to complete first; this one fails with them',
    submittedBy: 'who the job belongs to',
  },
  examples: {
    plain: 'Track a test run',
    after: 'Begin when another job has completed',
    script: 'From a script that chooses the id',
  },
  job: (id) => `job ${id}`,
  follow: (command) => `follow it with: ${command}`,
  waitingForJobs: (ids) => `waiting for ${ids}`,
  waitingInQueue: (position) => `waiting in the queue, place ${position}`,
  waiting: 'waiting for its turn',
  started: 'started',
  serverAway: 'the server can’t be reached; still waiting',
  notStarted: (reason) =>
    reason === '' ? 'the job was not started' : `the job was not started: ${reason}`,
  delivering: (count) => `delivering ${reports(count)} to the server; Ctrl-C leaves them out`,
  undelivered: (count) => `${reports(count)} could not be delivered to the server`,
  leftOut: (count) => `missing in the job’s log: ${lines(count)}; there was no room for more`,
  refused: (reason) => `the server takes no more reports of this job: ${reason}`,
};

import type { LogsMessages } from '../areas/logs.js';

const entries = (count: number, figure: string) => `${figure} ${count === 1 ? 'entry' : 'entries'}`;

export const logs: LogsMessages = {
  summary: 'Show the log of a job, filtered',
  help: {
    level: 'show entries at this level and above',
    since: 'show entries from this time on: RFC 3339, a duration ago (15m), today or yesterday',
    until: 'show entries up to this time',
    limit: 'show at most this many entries, the oldest first',
    tail: 'show the last <n> entries that match',
    follow:
      'show also what is logged from now on, without a limit, until the job has ended; then exit with its result: 0 Completed, 1 Failed, 3 Cancelled',
    grep: 'show entries whose message, component, stage or a detail matches',
    exclude: 'leave out entries whose message, component, stage or a detail matches',
    component: 'show entries of these components only',
    stage: 'show entries of these stages only',
    noDetails: 'leave out the details of the entries',
    raw: "show the server's own text of the log, unchanged",
    failOn: 'exit with 1 when an entry at this level or above matches',
    examples: {
      errors: 'Warnings and errors of the last hour',
      search: 'The last 20 entries that tell of memory, and those to come',
      ci: 'In CI: print the errors and fail when there is one',
    },
  },
  labels: { time: 'time', level: 'level', component: 'component', stage: 'stage' },
  today: 'today',
  levelCount: {
    ERROR: (count, figure) => `${figure} ${count === 1 ? 'error' : 'errors'}`,
    WARN: (count, figure) => `${figure} ${count === 1 ? 'warning' : 'warnings'}`,
    INFO: (_count, figure) => `${figure} info`,
    DEBUG: (_count, figure) => `${figure} debug`,
  },
  comma: ', ',
  shown: (count, figure, of, levels) =>
    `${of === undefined ? entries(count, figure) : `${figure} of ${of} entries`}: ${levels}`,
  inAll: (levels) => `in the log: ${levels}`,
  metrics: {
    overallProgress: 'overall',
    processingRate: 'rate',
    memoryUsage: 'memory',
    cpuUsage: 'CPU',
    estimatedCompletion: 'ends',
  },
  none: ({ level, since, until, isFiltered }) =>
    `no ${isFiltered ? 'matching ' : ''}entries at ${level} or above${since === undefined ? '' : ` since ${since}`}${until === undefined ? '' : ` until ${until}`}`,
  noText: 'the log is empty',
  limitReached: (limit) =>
    `stopped at the limit of ${limit}, there may be more entries: raise --limit, or see the last ones with --tail`,
  failsBeyond: (level, time) => `an entry at ${level} or above lies beyond the ones shown: ${time}`,
  gap: (from, to) =>
    `entries are missing from ${from} to ${to}: the server has too many at one time`,
  lost: (what, wait) => `${what}; the next try is in ${wait}`,
  back: (after) => `there are answers again, after ${after}`,
  ended: (status) => `the job has ended: ${status}`,
};

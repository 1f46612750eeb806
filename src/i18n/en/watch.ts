import type { WatchMessages } from '../areas/watch.js';

const stages = (count: number, figure: string): string =>
  `${figure} ${count === 1 ? 'stage' : 'stages'}`;
const within = (duration: string | undefined, word: string): string =>
  duration === undefined ? '' : ` ${word} ${duration}`;

export const watch: WatchMessages = {
  perSecond: (figure) => `${figure}/s`,
  starts: (time, duration) => `starts at ${time}, in ${duration}`,
  startOverdue: (time, duration) => `was to start at ${time}, ${duration} ago`,
  nothingYet: 'nothing is known of this job yet',
  stages: {
    done: (count, figure, duration) =>
      `${stages(count, figure)} done${duration === undefined ? '' : `, ${duration}`}`,
    cancelled: (_count, figure) => `${figure} cancelled`,
    going: (_count, figure) => `${figure} more in progress`,
    coming: (count, figure) => `${stages(count, figure)} to come`,
  },
  score: (figure) => `score ${figure}`,
  stall: (duration) => `no log, no progress and no resource use for ${duration}`,
  titles: {
    logs: 'Log',
    timeline: 'Timeline',
    metrics: 'Metrics',
    dependencies: 'Dependencies',
    help: 'Keys',
  },
  nothingToShow: 'nothing to show yet',
  keys: {
    quit: 'quit',
    pause: 'pause',
    resume: 'resume',
    interval: 'interval',
    logs: 'log',
    timeline: 'timeline',
    metrics: 'metrics',
    dependencies: 'dependencies',
    help: 'help',
  },
  help: {
    quit: 'stop watching; the job goes on',
    pause: 'pause',
    resume: 'go on looking',
    interval: (duration) => `look more or less often (now every ${duration})`,
    logs: 'the last lines of the log',
    timeline: 'what happened, and what comes next',
    metrics: 'all figures of the job',
    dependencies: 'what the job waits for',
    help: 'close this help',
    on: 'on',
    off: 'off',
  },
  status: {
    updated: (ago) => `updated ${ago}`,
    every: (duration) => `every ${duration}`,
    asking: 'asking the server',
    paused: 'paused',
    noAnswer: (duration) => `no answer for ${duration}`,
    noAnswerYet: 'no answer yet',
    serverAsksToWait: 'the server asks to wait',
    notThereYet: 'the server does not know this job yet',
    notThereShort: 'no such job yet',
    asksToWaitShort: 'rate limit',
    nextTry: (duration) => `next try in ${duration}`,
  },
  reasons: {
    refused: 'connection refused',
    broken: 'connection lost',
    unknownHost: 'host not found',
    tooSlow: 'no answer in time',
    serverAnswers: (status) => `the server answers ${status}`,
    notUnderstood: 'answer not understood',
  },
  jobs: {
    kinds: {
      failed: (_count, figure) => `${figure} failed`,
      cancelled: (_count, figure) => `${figure} cancelled`,
      running: (_count, figure) => `${figure} running`,
      other: (_count, figure) => `${figure} other`,
      queued: (_count, figure) => `${figure} queued`,
      unseen: (_count, figure) => `${figure} not seen yet`,
      completed: (_count, figure) => `${figure} done`,
    },
    more: (figure, kinds) => `and ${figure} more: ${kinds}`,
    comma: ', ',
  },
  verdict: {
    completed: (duration) => `Completed${within(duration, 'in')}`,
    failed: (stage) => `Failed${within(stage, 'at stage')}`,
    cancelled: (duration) => `Cancelled${within(duration, 'after')}`,
    timedOut: 'The time to watch has passed',
    efficiency: 'Efficiency',
    slowestStage: 'Slowest stage',
    records: 'Records',
    lastErrors: 'Last errors',
    readMore: 'Read more with:',
  },
  goesOn: (count) =>
    count === 1 ? 'The job goes on. Return to it with:' : 'The jobs go on. Return to them with:',
  tryAgain: 'Try again with:',
  goOnMany: 'The jobs go on. Return to them with the same command.',
};

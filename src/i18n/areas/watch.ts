/** What jobs are counted as in a watch of several. */
export type JobKind =
  | 'failed'
  | 'cancelled'
  | 'running'
  | 'other'
  | 'queued'
  | 'unseen'
  | 'completed';

/** What can be done with a key. */
export type KeyName =
  | 'quit'
  | 'pause'
  | 'resume'
  | 'interval'
  | 'logs'
  | 'timeline'
  | 'metrics'
  | 'dependencies'
  | 'help';

/** The words of the live view of `jobtrack watch`, and of its end. Lengths of time and figures come in words already. */
export interface WatchMessages {
  /** A number of records in a second, short. */
  perSecond: (figure: string) => string;
  /** When a waiting job is expected to start, and how far off that is. */
  starts: (time: string, duration: string) => string;
  /** The moment at which it was expected to start has passed. */
  startOverdue: (time: string, duration: string) => string;
  /** Of a job of which nothing is known yet. */
  nothingYet: string;
  /** In place of stages that there is no room for. */
  stages: {
    done: (count: number, figure: string, duration: string | undefined) => string;
    cancelled: (count: number, figure: string) => string;
    /** Failed, running or unknown ones. */
    going: (count: number, figure: string) => string;
    coming: (count: number, figure: string) => string;
  };
  score: (figure: string) => string;
  /** A job has not moved for so long: all three that were looked at are named. */
  stall: (duration: string) => string;
  /** Above each part of the screen that a key switches. */
  titles: Record<'logs' | 'timeline' | 'metrics' | 'dependencies' | 'help', string>;
  /** In place of a part that has nothing to show. */
  nothingToShow: string;
  /** What the keys do, in a word. */
  keys: Record<KeyName, string>;
  /** The same for the help, where there is room for more. */
  help: Record<Exclude<KeyName, 'interval'>, string> & {
    interval: (duration: string) => string;
    on: string;
    off: string;
  };
  status: {
    /** When the last answer came, "2s ago". */
    updated: (ago: string) => string;
    every: (duration: string) => string;
    /** Before the first answer. */
    asking: string;
    paused: string;
    noAnswer: (duration: string) => string;
    noAnswerYet: string;
    /** Of a job that is waited for (`--wait-for-start`). */
    notThereYet: string;
    serverAsksToWait: string;
    /** The two above where there is little room. */
    notThereShort: string;
    asksToWaitShort: string;
    nextTry: (duration: string) => string;
  };
  /** Why there is no answer, in a few words. */
  reasons: {
    refused: string;
    broken: string;
    unknownHost: string;
    tooSlow: string;
    serverAnswers: (status: string) => string;
    notUnderstood: string;
  };
  jobs: {
    kinds: Record<JobKind, (count: number, figure: string) => string>;
    /** In place of jobs that there is no room for. */
    more: (figure: string, kinds: string) => string;
    /** Between two counts. */
    comma: string;
  };
  verdict: {
    /** How a job ended, after how long, or where and why; each as far as it is known. */
    completed: (duration: string | undefined) => string;
    failed: (stage: string | undefined) => string;
    cancelled: (duration: string | undefined) => string;
    timedOut: string;
    efficiency: string;
    slowestStage: string;
    records: string;
    lastErrors: string;
    readMore: string;
  };
  /** After a watch that ends before the jobs do: how to return, with the command below. */
  goesOn: (count: number) => string;
  /** The same of jobs that nobody has seen, so that nobody knows whether they go on. */
  tryAgain: string;
  /** Where the command would be too long to be shown. */
  goOnMany: string;
}

/** What can be told of a job, in a word or two: the second column of a line. */
export type EventKind =
  | 'status'
  | 'stage'
  | 'progress'
  | 'gap'
  | 'late'
  | 'stall'
  | 'moving'
  | 'missing'
  | 'stale'
  | 'fresh'
  | 'heartbeat'
  | 'verdict';

/** The words of events that are told as lines, one after the other. Lengths and figures come in words already. */
export interface EventMessages {
  kinds: Record<EventKind, string>;
  /** A status that the vocabulary of the API does not have: of an outcome. */
  outcomes: { TimedOut: string; Unknown: string };
  /** What it was before. */
  was: (status: string) => string;
  /** The place in the queue. */
  queuePlace: (place: string) => string;
  /** Of a stage or a job: how long it took. */
  took: (duration: string) => string;
  /** How long a job has been running. */
  elapsed: (duration: string) => string;
  records: (count: number, figure: string) => string;
  recordsOf: (done: string, total: string) => string;
  /** Until the expected end. */
  remaining: (duration: string) => string;
  /** How long the expected end has passed. */
  lateBy: (duration: string) => string;
  /** The expected end has passed, so long ago. */
  endPassed: (duration: string) => string;
  /** Where a part of the log is missing: by time and by number, either may be unknown. */
  missing: (from: string | undefined, to: string | undefined) => string;
  missingNumbers: (from: string | undefined, to: string | undefined) => string;
  /** Why it is missing. */
  gapReasons: Record<'too-many-at-one-time' | 'no-longer-kept' | 'restarted', string>;
  /** Of a log entry that is older than those told before it. */
  cameLate: string;
  /** Log, progress and resource use have all been quiet for so long. */
  quiet: (duration: string) => string;
  /** It moves again, after so long. */
  again: (duration: string) => string;
  /** How old what is known is, and when the next try is. */
  lastAnswer: (duration: string) => string;
  noAnswerYet: string;
  nextTry: (time: string) => string;
  /** How many of several jobs have a status: "2 Running". */
  inStatus: (figure: string, status: string) => string;
  /** Of a job's processing, in percent; and the server's word for the whole. */
  efficiency: (percent: string) => string;
  overallEfficiency: (rating: string) => string;
  slowestStage: (stage: string, duration: string) => string;
  failedStage: (stage: string) => string;
  /** Below a verdict: the last entries at ERROR, and how to read more. */
  lastErrors: string;
  readMore: (command: string) => string;
}

/** The words of `jobtrack progress`. */
export interface ProgressMessages {
  /** One line for the list of commands. */
  summary: string;
  /** What the example lines of the help do. */
  help: { examples: { job: string; settings: string; json: string } };
  job: string;
  id: string;
  status: string;
  progress: string;
  elapsed: string;
  took: string;
  remaining: string;
  late: string;
  finish: string;
  finished: string;
  start: string;
  queuePlace: string;
  failedStage: string;
  since: (time: string) => string;
  expectedAt: (time: string) => string;
  /** Behind a computed figure that the server words differently. */
  serverSays: (words: string) => string;
  /** A figure that is only expected. */
  about: (figure: string) => string;
  notStarted: string;
  stages: string;
  stage: string;
  time: string;
  started: string;
  ended: string;
  records: string;
  metrics: string;
  starts: (time: string) => string;
  ends: (time: string) => string;
  endsIn: (duration: string, time: string) => string;
  lateBy: (duration: string) => string;
  onAverage: (rate: string) => string;
  activity: string;
  component: string;
  operation: string;
  details: string;
  resources: string;
  memory: string;
  cpu: string;
  disk: string;
  network: string;
  rate: string;
  used: (used: string, limit: string) => string;
  limit: (limit: string) => string;
  quality: string;
  score: string;
  validations: string;
  passed: (count: string) => string;
  failed: (count: string) => string;
  warnings: string;
  errors: string;
}

/** The words of `jobtrack metrics`. */
export interface MetricsMessages {
  /** One line for the list of commands. */
  summary: string;
  /** What the options and the example lines of the help do. */
  help: {
    interval: string;
    metrics: string;
    history: string;
    examples: { job: string; some: string; history: string; samples: string };
  };
  title: string;
  collected: string;
  resources: string;
  cpu: string;
  memory: string;
  disk: string;
  network: string;
  cores: (count: number, figure: string) => string;
  efficiency: (percentage: string) => string;
  used: (used: string, allocated: string) => string;
  allocated: (size: string) => string;
  peak: (size: string) => string;
  reads: (size: string) => string;
  writes: (size: string) => string;
  iops: (figure: string) => string;
  latency: (duration: string) => string;
  bytesIn: (size: string) => string;
  bytesOut: (size: string) => string;
  connections: (count: number, figure: string) => string;
  processing: string;
  records: string;
  rate: string;
  errorRate: string;
  retryRate: string;
  stages: string;
  counts: string;
  completed: (figure: string) => string;
  running: (figure: string) => string;
  pending: (figure: string) => string;
  averageTime: string;
  stageEfficiency: string;
  trends: string;
  throughput: string;
  overallEfficiency: string;
  predictionAccuracy: string;
  benchmark: string;
  jobType: string;
  rank: string;
  duration: string;
  onAverage: (figure: string) => string;
  thisJob: (figure: string) => string;
  compared: string;
  fasterThan: (percentage: string) => string;
  similarTo: (percentage: string) => string;
  slowerThan: (percentage: string) => string;
  history: string;
  samples: (count: number, figure: string) => string;
  period: string;
  least: (figure: string) => string;
  most: (figure: string) => string;
  /** The unit of a figure behind its name: above a plot, at the head of a column. */
  withUnit: (name: string, unit: string) => string;
  time: string;
  stage: string;
  other: string;
  /** On stderr where the past was asked for and there is none. */
  noHistory: string;
  /** On stderr where the server sent nothing of what was asked for. */
  nothing: string;
}

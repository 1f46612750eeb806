import type {
  BatchJob,
  DependenciesBody,
  MetricsBody,
  ProgressBody,
  TimelineBody,
} from '../../contract/index.js';
import type {
  GapEvent,
  LateEvent,
  LogEvent,
  MissingParts,
  StaleEvent,
  StallEvent,
  VerdictEvent,
} from './job-event.js';

/** The figures of a job over time, oldest first: from its history and then as they were seen. */
export interface Trend {
  /** Percent. */
  cpu: readonly number[];
  /** Bytes. */
  memory: readonly number[];
  /** Records a second. */
  rate: readonly number[];
}

/** What is known of one job. */
export interface JobState {
  jobId: string;
  jobName?: string;
  /** Canonical where the word is known. */
  status?: string;
  /** By the server's clock: when the job was last seen. */
  seenAtMs?: number;
  progress?: ProgressBody;
  row?: BatchJob;
  metrics?: MetricsBody;
  timeline?: TimelineBody;
  dependencies?: DependenciesBody;
  trend: Trend;
  /** The last entries and gaps of its log, oldest first, at most {@link LINES_KEPT}. */
  lines: readonly (LogEvent | GapEvent)[];
  /** What can't be had, as the last look found. */
  missing?: MissingParts;
  /** How many log entries were told in all. */
  lineCount: number;
  /** Set while it stands still. */
  stall?: StallEvent;
  /** Set from when its expected end was seen to have passed until a look says otherwise. */
  late?: LateEvent;
}

/** Everything that the views of a watch draw: the fold of its events. */
export interface WatchState {
  /** In the order that they are shown in. */
  jobs: readonly JobState[];
  /** What to add to this machine's time for the server's: "now" of everything above. */
  skewMs?: number;
  /** Set while there is no answer. */
  stale?: StaleEvent;
  /** Set at the end. */
  verdict?: VerdictEvent;
}

/** How many log lines of a job are kept. */
export const LINES_KEPT = 200;

/** How many points of a figure are kept: of a job that is watched by itself, and of one of many. */
export const POINTS_KEPT = 240;
export const ROW_POINTS_KEPT = 40;

import { isFinal } from '../../contract/index.js';
import { jobTimes } from '../job-times.js';
import type { GapEvent, JobEvent, LogEvent, SeenEvent } from './job-event.js';
import { rowTimes } from './row-times.js';
import { emptyTrend, nextTrend } from './trend.js';
import { type JobState, LINES_KEPT, type WatchState } from './watch-state.js';

/** A watch that has seen nothing yet, of jobs in the order that they are shown in. */
export function emptyWatch(jobIds: readonly string[]): WatchState {
  return { jobs: jobIds.map((jobId) => ({ jobId, trend: emptyTrend, lines: [], lineCount: 0 })) };
}

/** A watch after one more event. What the event does not touch is the same object as before. */
export function reduceWatch(state: WatchState, event: JobEvent): WatchState {
  switch (event.type) {
    case 'stale':
      return { ...state, stale: event };
    case 'fresh':
      return without(state, 'stale');
    case 'verdict':
      return { ...state, verdict: event };
    case 'stage':
    case 'progress':
      // The body that they were found in has told the same.
      return state;
    default:
      return reduceOne(event.type === 'seen' ? withSkew(state, event) : state, event);
  }
}

/** A watch after many events: the same as one after another, with less work for a thousand jobs. */
export function reduceAll(state: WatchState, events: readonly JobEvent[]): WatchState {
  const jobs = [...state.jobs];
  const places = new Map(jobs.map(({ jobId }, index) => [jobId, index]));
  let watch = state;
  for (const event of events) {
    if (!isOfJob(event)) {
      watch = reduceWatch(watch, event);
      continue;
    }
    if (event.type === 'seen') watch = withSkew(watch, event);
    const index = places.get(event.jobId) ?? -1;
    const job = jobs[index];
    if (job !== undefined) jobs[index] = reduceJob(job, event);
  }
  return { ...watch, jobs };
}

/** What changes what is known of a job. */
type EventOfJob = Extract<
  JobEvent,
  { type: 'seen' | 'status' | 'log' | 'gap' | 'stall' | 'moving' | 'late' }
>;

const CHANGING: ReadonlySet<string> = new Set<EventOfJob['type']>([
  'seen',
  'status',
  'log',
  'gap',
  'stall',
  'moving',
  'late',
]);

const isOfJob = (event: JobEvent): event is EventOfJob => CHANGING.has(event.type);

const withSkew = (state: WatchState, { skewMs }: SeenEvent): WatchState =>
  skewMs === undefined || skewMs === state.skewMs ? state : { ...state, skewMs };

function reduceOne(state: WatchState, event: EventOfJob): WatchState {
  const index = state.jobs.findIndex(({ jobId }) => jobId === event.jobId);
  const job = state.jobs[index];
  if (job === undefined) return state;
  const next = reduceJob(job, event);
  return next === job ? state : { ...state, jobs: state.jobs.with(index, next) };
}

function reduceJob(job: JobState, event: EventOfJob): JobState {
  switch (event.type) {
    case 'seen':
      return look(job, event);
    case 'status': {
      const { status, jobName = job.jobName } = event;
      const rest = isFinal(status) ? without(job, 'stall') : job;
      return { ...rest, status, ...(jobName === undefined ? {} : { jobName }) };
    }
    case 'log':
      return { ...job, lines: withLine(job, event), lineCount: job.lineCount + 1 };
    case 'gap':
      return { ...job, lines: withLine(job, event) };
    case 'stall':
      return { ...job, stall: event };
    case 'moving':
      return without(job, 'stall');
    case 'late':
      return { ...job, late: event };
  }
}

function look(job: JobState, event: SeenEvent): JobState {
  const { progress, row, metrics, timeline, dependencies, atMs } = event;
  const { missing } = event;
  const jobName = progress?.jobName ?? row?.jobName;
  const seen: JobState = {
    ...without(job, 'missing'),
    seenAtMs: atMs,
    trend: nextTrend(job, event),
    ...(progress === undefined ? {} : { progress }),
    ...(row === undefined ? {} : { row }),
    ...(metrics === undefined ? {} : { metrics }),
    ...(timeline === undefined ? {} : { timeline }),
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(missing === undefined ? {} : { missing }),
    ...(jobName == null ? {} : { jobName }),
  };
  return seen.late === undefined || isStillLate(seen, event) ? seen : without(seen, 'late');
}

function isStillLate(job: JobState, { progress, row, atMs }: SeenEvent): boolean {
  if (progress !== undefined) return jobTimes(progress, atMs).lateMs !== undefined;
  if (row !== undefined) return rowTimes(row, atMs).lateMs !== undefined;
  return job.late !== undefined;
}

const withLine = (job: JobState, event: LogEvent | GapEvent): JobState['lines'] => [
  ...job.lines.slice(Math.max(0, job.lines.length + 1 - LINES_KEPT)),
  event,
];

function without<T extends object, Key extends keyof T>(value: T, key: Key): T {
  if (value[key] === undefined) return value;
  const { [key]: _, ...rest } = value;
  return rest as T;
}

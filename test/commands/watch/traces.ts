import fc from 'fast-check';
import type { BatchJob, LogEntry, ProgressBody } from '../../../src/contract/index.js';
import type { JobEvent, SeenEvent } from '../../../src/domain/events/job-event.js';
import { eventsOfProgress, eventsOfRow } from '../../../src/domain/events/look-events.js';
import { emptyWatch, reduceWatch } from '../../../src/domain/events/reduce.js';
import { summarize } from '../../../src/domain/events/summary.js';
import { decide, decideTimeout } from '../../../src/domain/events/verdict.js';
import type { JobState, WatchState } from '../../../src/domain/events/watch-state.js';
import { at, refused } from './events.js';

/** What happens next, to the job that `job` says. */
interface Step {
  job: number;
  afterMs: number;
  what: 'look' | 'log' | 'late log' | 'gap' | 'outage' | 'answer' | 'fail' | 'cancel' | 'finish';
  /** Points by which the running stage has come further. */
  points: number;
}

/** A watch from its first look to its verdict. */
export interface Trace {
  jobIds: readonly string[];
  events: readonly JobEvent[];
}

const BEGIN_MS = at('10:30:00');

/** A job as its server knows it. */
interface Model {
  jobId: string;
  jobName: string;
  status: string;
  /** Points of each stage, from 0 to 100. */
  stages: number[];
  /** When each stage ended. */
  endedMs: (number | undefined)[];
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    job: fc.nat(2),
    afterMs: fc.integer({ min: 1, max: 12_000 }),
    what: fc.constantFrom<Step['what']>(
      'look',
      'look',
      'look',
      'look',
      'log',
      'log',
      'late log',
      'gap',
      'outage',
      'answer',
      'fail',
      'cancel',
    ),
    points: fc.integer({ min: 0, max: 130 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Traces of one to three jobs: looks, log entries, gaps and outages in any order, and a verdict at the end. */
export const traces: fc.Arbitrary<Trace> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), steps, fc.boolean())
  .map(([jobs, stages, list, areDone]) => replay(jobs, stages, list, areDone));

/** `areDone` makes all jobs complete that have not ended by then; else the watch ends before them. */
function replay(
  jobCount: number,
  stageCount: number,
  list: readonly Step[],
  areDone: boolean,
): Trace {
  const models = Array.from({ length: jobCount }, (_, index) => modelOf(index, stageCount));
  const events: JobEvent[] = [];
  let watch = emptyWatch(models.map(({ jobId }) => jobId));
  let nowMs = BEGIN_MS;
  const tell = (event: JobEvent): void => {
    events.push(event);
    watch = reduceWatch(watch, event);
  };
  const look = (model: Model): void => {
    for (const event of lookAt(stateOf(watch, model), model, jobCount, nowMs)) tell(event);
  };
  for (const model of models) look(model);
  const rest = models.map((_, job): Step => ({ job, afterMs: 1, what: 'finish', points: 0 }));
  for (const [number, step] of [...list, ...(areDone ? rest : [])].entries()) {
    nowMs += step.afterMs;
    const model = models[step.job % jobCount];
    if (model === undefined || isOver(model)) continue;
    for (const event of happening(step, number, model, watch, nowMs)) tell(event);
    if (change(model, step, nowMs)) look(model);
  }
  tell(verdictOn(watch, nowMs));
  return { jobIds: watch.jobs.map(({ jobId }) => jobId), events };
}

/** Does to a job what a step says; whether there is something to see. */
function change(model: Model, { what, points }: Step, nowMs: number): boolean {
  if (what === 'fail') model.status = 'Failed';
  else if (what === 'cancel') model.status = 'Cancelled';
  else if (what === 'look') advance(model, points, nowMs);
  else if (what === 'finish') while (!isOver(model)) advance(model, 100, nowMs);
  else return false;
  return true;
}

const modelOf = (index: number, stageCount: number): Model => ({
  jobId: `${index}a0e8400-e29b-41d4-a716-446655440000`,
  jobName: `Job-${index}`,
  status: 'Running',
  stages: Array.from({ length: stageCount }, () => 0),
  endedMs: Array.from({ length: stageCount }, () => undefined),
});

const isOver = ({ status }: Model): boolean => status !== 'Running';

function advance(model: Model, points: number, nowMs: number): void {
  const running = model.stages.findIndex((done) => done < 100);
  model.stages[running] = Math.min(100, (model.stages[running] ?? 0) + points);
  if (model.stages[running] === 100) model.endedMs[running] = nowMs;
  if (model.stages.every((done) => done === 100)) model.status = 'Completed';
}

const iso = (epochMs: number): string => new Date(epochMs).toISOString();

const stateOf = ({ jobs }: WatchState, { jobId }: Model): JobState => {
  const job = jobs.find((one) => one.jobId === jobId);
  if (job === undefined) throw new Error('no such job');
  return job;
};

const wholeOf = ({ stages }: Model): number =>
  stages.reduce((sum, points) => sum + points, 0) / stages.length;

/** What a look at a job finds, as the client tells it. */
function lookAt(before: JobState, model: Model, jobCount: number, nowMs: number): JobEvent[] {
  const seen: SeenEvent = { type: 'seen', jobId: model.jobId, atMs: nowMs, skewMs: 0 };
  if (jobCount > 1) {
    const row = rowOf(model, nowMs);
    return [{ ...seen, row }, ...eventsOfRow(before, row, nowMs)];
  }
  const progress = bodyOf(model, nowMs);
  return [{ ...seen, progress }, ...eventsOfProgress(before, progress, nowMs)];
}

const timesOf = (model: Model, nowMs: number) => ({
  startTime: iso(BEGIN_MS),
  ...(isOver(model) ? { endTime: iso(nowMs) } : {}),
});

const rowOf = (model: Model, nowMs: number): BatchJob => ({
  jobId: model.jobId,
  jobName: model.jobName,
  status: model.status,
  progress: wholeOf(model),
  ...timesOf(model, nowMs),
});

function bodyOf(model: Model, nowMs: number): ProgressBody {
  const running = model.stages.findIndex((done) => done < 100);
  const started = (index: number): number => model.endedMs[index - 1] ?? BEGIN_MS;
  return {
    jobId: model.jobId,
    jobName: model.jobName,
    status: model.status,
    overallProgress: { percentage: wholeOf(model), ...timesOf(model, nowMs) },
    stages: model.stages.map((points, index) => {
      const stage = { stageName: `Stage-${index}`, stageOrder: index + 1, progress: points };
      if (points === 100) {
        const times = { startTime: iso(started(index)), endTime: iso(model.endedMs[index] ?? 0) };
        return { ...stage, status: 'Completed', ...times };
      }
      if (index !== running) return { ...stage, status: 'Pending' };
      const times = { startTime: iso(started(index)) };
      return isOver(model)
        ? { ...stage, status: model.status, ...times, endTime: iso(nowMs) }
        : { ...stage, status: 'Running', ...times };
    }),
  };
}

/** What a step tells by itself; a look is taken apart from it. */
function happening(
  { what, points }: Step,
  number: number,
  { jobId }: Model,
  watch: WatchState,
  atMs: number,
): JobEvent[] {
  switch (what) {
    case 'log':
      return [{ type: 'log', jobId, atMs, entry: entryOf(number, points, atMs) }];
    case 'late log':
      return [
        { type: 'log', jobId, atMs, entry: entryOf(number, points, atMs - 5_000), late: true },
      ];
    case 'gap':
      return [{ type: 'gap', jobId, atMs, reason: 'no-longer-kept', toTime: iso(atMs) }];
    case 'outage':
      return [
        {
          type: 'stale',
          atMs,
          ageMs: 1_000,
          nextTryMs: atMs + 2_000,
          cause: 'unreachable',
          error: refused,
        },
      ];
    default:
      return watch.stale === undefined ? [] : [{ type: 'fresh', atMs, ageMs: 2_000 }];
  }
}

const entryOf = (number: number, points: number, timeMs: number): LogEntry => ({
  timestamp: iso(timeMs),
  level: points % 2 === 0 ? 'WARN' : 'ERROR',
  component: 'Loader',
  message: `entry-${number}`,
});

function verdictOn(watch: WatchState, atMs: number): JobEvent {
  const decision = decide(watch, { until: 'all', failFast: false }) ?? decideTimeout(watch, true);
  const job = watch.jobs.find(({ jobId }) => jobId === decision.jobId);
  const summary = job === undefined ? {} : summarize(job, atMs);
  return { type: 'verdict', atMs, ...decision, ...summary };
}

import type { Answer, Client, ReadOptions } from '../../../src/client/types.js';
import type { WatchControls, WatchOptions, WatchPanel } from '../../../src/client/watch/types.js';
import { watchJobs } from '../../../src/client/watch/watch-jobs.js';
import type {
  BatchJob,
  DependenciesBody,
  Level,
  MetricsBody,
  ProgressBody,
  TimelineBody,
} from '../../../src/contract/index.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { createFakeClock, type FakeClock } from '../../helpers/fake-clock.js';
import { createFakeLog, type FakeLog } from '../follow/fake-log.js';

type Method = 'progress' | 'metrics' | 'timeline' | 'dependencies' | 'batch' | 'logs';

/** A server of jobs as a client sees it, on a clock that stands still unless somebody waits. */
export interface FakeJobs {
  client: Client;
  clock: FakeClock;
  /** What was asked, in order, with the second at which it was: `2 progress`. */
  asked: string[];
  /** The most requests that were under way at one time. */
  readonly mostAtOnce: number;
  /** The answers as they are now; a job without progress is not there. */
  progress: Map<string, ProgressBody>;
  rows: BatchJob[];
  metrics: MetricsBody;
  timeline: TimelineBody;
  dependencies: DependenciesBody;
  log: FakeLog;
  /** What goes wrong with a request, if anything. */
  fault: (method: Method, second: number) => Error | undefined;
  /** Something that happens at a second of the watch. */
  at(second: number, happen: () => void): void;
}

export const A = 'aaaaaaaa-0000-4000-8000-000000000001';
export const B = 'bbbbbbbb-0000-4000-8000-000000000002';
export const C = 'cccccccc-0000-4000-8000-000000000003';

export const running = (percentage: number, more: Partial<ProgressBody> = {}): ProgressBody => ({
  jobName: 'Nightly import',
  status: 'Running',
  overallProgress: { percentage },
  ...more,
});
export const ended = (status: string, more: Partial<ProgressBody> = {}): ProgressBody =>
  running(100, { status, ...more });

const origin = 'http://127.0.0.1:1';
export const down = (): JobtrackError =>
  new JobtrackError('NETWORK', { origin, reason: 'ECONNREFUSED', attempts: 1 });
export const broken = (status = 503, retryAfterMs?: number): JobtrackError => {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return new JobtrackError('SERVER_ERROR', { origin, status, attempts: 1, ...wait }, { status });
};
export const limited = (retryAfterMs: number): JobtrackError =>
  new JobtrackError('RATE_LIMITED', { origin, retryAfterMs, attempts: 1 }, { status: 429 });
export const notFound = (): JobtrackError =>
  new JobtrackError('NOT_FOUND', { path: '/job' }, { status: 404 });

/** One job that runs, without a log. */
export function fakeJobs(): FakeJobs {
  const clock = createFakeClock();
  const startMs = clock.now();
  const happenings: { atMs: number; happen: () => void }[] = [];
  let underWay = 0;
  let mostAtOnce = 0;

  const answer = async <Body>(
    method: Method,
    name: string,
    body: () => Body | Promise<Body>,
    { signal }: ReadOptions = {},
  ): Promise<Answer<Body>> => {
    signal?.throwIfAborted();
    const second = Math.floor((clock.now() - startMs) / 1000);
    while ((happenings[0]?.atMs ?? Number.POSITIVE_INFINITY) <= clock.now()) {
      happenings.shift()?.happen();
    }
    jobs.asked.push(`${second} ${name}`);
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    try {
      await Promise.resolve();
      const fault = jobs.fault(method, second);
      if (fault !== undefined) throw fault;
      return { body: await body(), serverTimeMs: undefined, requestId: undefined };
    } finally {
      underWay -= 1;
    }
  };

  const progressOf = (jobId: string): ProgressBody => {
    const body = jobs.progress.get(jobId);
    if (body === undefined) throw notFound();
    return body;
  };
  const never = (): never => {
    throw new Error('a watch does not do that');
  };

  const jobs: FakeJobs = {
    clock,
    asked: [],
    get mostAtOnce() {
      return mostAtOnce;
    },
    progress: new Map([[A, running(10)]]),
    rows: [],
    metrics: { currentMetrics: {} },
    timeline: { timeline: [] },
    dependencies: { dependencies: {} },
    log: createFakeLog(),
    fault: () => undefined,
    at(second, happen) {
      happenings.push({ atMs: startMs + second * 1000, happen });
      happenings.sort((a, b) => a.atMs - b.atMs);
    },
    client: {
      progress: (jobId, how) => answer('progress', 'progress', () => progressOf(jobId), how),
      metrics: (_jobId, params, how) =>
        answer(
          'metrics',
          params?.includeHistory === true ? 'history' : 'metrics',
          () => jobs.metrics,
          how,
        ),
      timeline: (_jobId, _params, how) => answer('timeline', 'timeline', () => jobs.timeline, how),
      dependencies: (_jobId, how) =>
        answer('dependencies', 'dependencies', () => jobs.dependencies, how),
      batch: ({ jobIds = [] } = {}, how) => {
        const wanted = new Set(jobIds);
        const rows = (): BatchJob[] => jobs.rows.filter(({ jobId }) => wanted.has(jobId));
        return answer('batch', `batch ${jobIds.length}`, () => ({ jobs: rows() }), how);
      },
      logs: (jobId, params, how) =>
        answer(
          'logs',
          `logs ${params?.level}`,
          async () => (await jobs.log.client.logs(jobId, params)).body,
          how,
        ),
      logPages: never,
      rawLogs: never,
      subscriptions: never,
      unsubscribe: never,
      openSocket: never,
      subscribe: never,
      register: never,
      report: never,
      close: async () => {},
    },
  };
  return jobs;
}

/** Controls that a test turns. */
export interface TurnedControls extends WatchControls {
  set: {
    intervalMs: number;
    isPaused: boolean;
    panels: WatchPanel[];
    logLevel: Level | undefined;
  };
  /** Says that something was turned. */
  changed(): void;
  /** How many listen. */
  readonly listeners: number;
}

/** A look every two seconds, at nothing but the progress. */
export function turnedControls(): TurnedControls {
  const handlers = new Set<() => void>();
  const controls: TurnedControls = {
    set: { intervalMs: 2000, isPaused: false, panels: [], logLevel: undefined },
    intervalMs: () => controls.set.intervalMs,
    isPaused: () => controls.set.isPaused,
    panels: () => new Set(controls.set.panels),
    logLevel: () => controls.set.logLevel,
    onChange: (handler) => {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    changed: () => {
      for (const handler of handlers) handler();
    },
    get listeners() {
      return handlers.size;
    },
  };
  return controls;
}

/** A watch of these jobs that is to be read: of one job, without jitter. */
export const watching = (
  jobs: FakeJobs,
  options: Partial<WatchOptions> = {},
): AsyncGenerator<JobEvent> =>
  watchJobs({
    client: jobs.client,
    jobIds: [A],
    controls: turnedControls(),
    clock: jobs.clock,
    random: () => 0.5,
    ...options,
  });

/** Reads a watch to its end, which comes before `most` events. */
export async function toEnd(events: AsyncIterable<JobEvent>, most = 5000): Promise<JobEvent[]> {
  const told: JobEvent[] = [];
  for await (const event of events) {
    told.push(event);
    if (told.length > most) throw new Error(`no end after ${most} events`);
  }
  return told;
}

/** The facts of events in short, without the looks. */
export const inShort = (events: readonly JobEvent[]): string[] =>
  events.flatMap((event) => {
    if (event.type === 'seen') return [];
    if (event.type === 'status') return [`status ${event.status}`];
    if (event.type === 'stage') return [`stage ${event.stageName} ${event.status}`];
    if (event.type === 'progress') return [`progress ${event.percentage}`];
    if (event.type === 'log') return [`log ${event.entry.message}`];
    if (event.type === 'stale') return [`stale ${event.cause}`];
    if (event.type === 'verdict') return [`verdict ${event.state} ${event.exitCode}`];
    return [event.type];
  });

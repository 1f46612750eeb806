import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import type { JobRegistration, LogsBody, Report } from '../../../src/contract/index.js';
import { ApiError } from '../../../src/server/api-error.js';
import { createApp } from '../../../src/server/app/create-app.js';
import type { AppDeps } from '../../../src/server/app/deps.js';
import type { Answers, Tracker } from '../../../src/server/ports.js';
import type { JobRecord, SubscriptionRecord } from '../../../src/server/store/records.js';
import { createGuard } from '../../../src/server/webhooks/guard/guard.js';
import { EXAMPLE_JOB, example } from '../../helpers/examples.js';
import { createFakeClock } from '../../helpers/fake-clock.js';
import { API, PROJECT, TENANT } from '../../helpers/test-client.js';

export const TOKEN = 'the-token-of-the-test';
export const JOB = EXAMPLE_JOB;
export const OTHER_JOB = 'dd0e8400-e29b-41d4-a716-446655440000';

/** What a program sends with every request. */
export const headers = { authorization: `Bearer ${TOKEN}`, host: 'localhost:80' };

/** The address of something of the test's project. */
export const at = (path: string): string => `${API}${path}`;

/** Everything that the fakes were asked and told, in order. */
interface Calls {
  asked: unknown[][];
  registered: JobRegistration[];
  reported: { jobId: string; reports: readonly Report[] }[];
  subscriptions: SubscriptionRecord[];
  failures: { failure: unknown; requestId: string }[];
}

export interface FakeApp {
  app: FastifyInstance;
  calls: Calls;
  /** Changes what every answer rests on. */
  change(): void;
}

const logEntries = Array.from({ length: 1_234 }, (_, index) => ({
  sequence: index + 1,
  timestamp: new Date(Date.UTC(2024, 0, 20, 10, 0, index)).toISOString(),
  level: 'INFO',
  component: 'Loader',
  message: `line ${index + 1}`,
}));

/** The application over parts that answer with the examples of the API document, for one job. */
export function createFakeApp(changes: Partial<AppDeps> = {}): FakeApp {
  const calls = noCalls();
  let revision = 1;
  let requests = 0;
  const app = createApp({
    answers: fakeAnswers(calls, () => revision),
    tracker: fakeTracker(calls),
    store: {
      job: (id) => (id === JOB ? ({ id } as JobRecord) : undefined),
      addSubscription: (subscription) => calls.subscriptions.push(subscription),
      outboxSequence: () => 41,
      subscriptions: () => [],
      removeSubscription: () => false,
    },
    access: { token: TOKEN, tenant: TENANT, project: PROJECT, hosts: ['jobs.example.com'] },
    clock: createFakeClock(),
    bell: { onChange: () => () => {} },
    stopping: new AbortController().signal,
    requestId: () => {
      requests += 1;
      return `request-${requests}`;
    },
    subscriptionId: () => '123e8400-e29b-41d4-a716-446655440000',
    subscriptionSecret: () => 'whsec_c2VjcmV0IG9mIHRoZSB0ZXN0IHN1aXRl',
    guard: createGuard({ allowsLoopback: false }),
    onFailure: (failure, requestId) => calls.failures.push({ failure, requestId }),
    ...changes,
  });
  onTestFinished(() => app.close());
  return {
    app,
    calls,
    change: () => {
      revision += 1;
    },
  };
}

const noCalls = (): Calls => ({
  asked: [],
  registered: [],
  reported: [],
  subscriptions: [],
  failures: [],
});

/** Answers with the examples of the API document. */
export function fakeAnswers(calls = noCalls(), revision = (): number => 1): Answers {
  const answer =
    (name: string) =>
    (jobId: string, ...rest: unknown[]): never => {
      requireJob(jobId);
      calls.asked.push([name, jobId, ...rest]);
      return example('ja', name) as never;
    };
  return {
    logs: (jobId, question) => {
      requireJob(jobId);
      calls.asked.push(['logs', jobId, question]);
      return logsAfter(question.afterSequence ?? 0, question.limit ?? 1_000);
    },
    hasNews: (jobId) => {
      requireJob(jobId);
      return true;
    },
    progress: answer('progress'),
    timeline: answer('timeline'),
    metrics: answer('metrics'),
    dependencies: answer('dependencies'),
    batch: (...asked) => {
      calls.asked.push(['batch', ...asked]);
      return example('ja', 'batch');
    },
    revision: (jobId) => {
      if (jobId !== undefined) requireJob(jobId);
      return String(revision());
    },
  };
}

function logsAfter(sequence: number, limit: number): LogsBody {
  const logs = logEntries.slice(sequence, sequence + limit);
  return { jobId: JOB, logs, nextSequence: logs.at(-1)?.sequence ?? sequence };
}

function fakeTracker(calls: Calls): Tracker {
  return {
    register: (registration) => {
      const isNew = registration.jobId !== JOB;
      if (isNew) calls.registered.push(registration);
      return { receipt: { jobId: registration.jobId ?? OTHER_JOB, status: 'Running' }, isNew };
    },
    report: (jobId, reports) => {
      requireJob(jobId);
      calls.reported.push({ jobId, reports });
      return { jobId, status: 'Running', accepted: reports.length, duplicates: 0 };
    },
    tick: () => {},
  };
}

function requireJob(jobId: string): void {
  if (jobId !== JOB) throw new ApiError('JOB_NOT_FOUND', `There is no job ${jobId}.`);
}

import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/ports/clock.js';
import { createAnswers } from '../../src/server/answers/create-answers.js';
import { createApp } from '../../src/server/app/create-app.js';
import { createChangeBell } from '../../src/server/events/changes.js';
import { createSockets } from '../../src/server/sockets/create-sockets.js';
import type { Store } from '../../src/server/store/port.js';
import { openStore } from '../../src/server/store/sqlite/open-store.js';
import { createTracker } from '../../src/server/tracker.js';
import { createGuard } from '../../src/server/webhooks/guard/guard.js';
import { createFakeClock, type FakeClock } from '../helpers/fake-clock.js';
import { PROJECT, TENANT } from '../helpers/test-client.js';
import { TOKEN } from './app/fake-app.js';

/** A server that does not listen, and what it keeps everything in. */
interface RealApp {
  app: FastifyInstance;
  store: Store;
}

/** The whole server over a store in memory, on a clock that stands still. */
export function createRealApp(maxRunning = 1): RealApp & { clock: FakeClock } {
  const clock = createFakeClock();
  return { ...openApp(clock, { maxRunning }), clock };
}

/** The same on any clock. */
export const realApp = (clock: Clock, options: RealAppOptions = {}): FastifyInstance =>
  openApp(clock, options).app;

interface RealAppOptions {
  maxRunning?: number;
  stopping?: AbortSignal;
}

function openApp(
  clock: Clock,
  { maxRunning = 1, stopping = new AbortController().signal }: RealAppOptions,
): RealApp {
  const store = openStore({ file: ':memory:' });
  const load = { cpuPercent: () => 12.5, memoryPercent: () => 40, cores: () => 8 };
  const onFailure = (failure: unknown): never => {
    throw failure;
  };
  const bell = createChangeBell(onFailure);
  const access = { token: TOKEN, tenant: TENANT, project: PROJECT, hosts: [] };
  const requestId = randomUUID;
  const app = createApp({
    answers: createAnswers({ store, clock, load, maxRunning }),
    tracker: createTracker({ store, clock, newId: randomUUID, maxRunning, bell }),
    store,
    access,
    clock,
    bell,
    stopping,
    requestId,
    subscriptionId: randomUUID,
    subscriptionSecret: () => 'whsec_c2VjcmV0IG9mIHRoZSB0ZXN0IHN1aXRl',
    guard: createGuard({ allowsLoopback: false }),
    onFailure,
  });
  createSockets({ server: app.server, store, bell, access, clock, requestId, onFailure });
  onTestFinished(async () => {
    await app.close();
    store.close();
  });
  return { app, store };
}

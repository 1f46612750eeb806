import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { createAnswers } from '../../src/server/answers/create-answers.js';
import { createApp } from '../../src/server/app/create-app.js';
import { openStore } from '../../src/server/store/sqlite/open-store.js';
import { createTracker } from '../../src/server/tracker.js';
import { createFakeClock, type FakeClock } from '../helpers/fake-clock.js';
import { PROJECT, TENANT } from '../helpers/test-client.js';
import { TOKEN } from './app/fake-app.js';

/** The whole server over a store in memory, on a clock that stands still. */
export function createRealApp(maxRunning = 1): { app: FastifyInstance; clock: FakeClock } {
  const clock = createFakeClock();
  const store = openStore({ file: ':memory:' });
  const load = { cpuPercent: () => 12.5, memoryPercent: () => 40, cores: () => 8 };
  const app = createApp({
    answers: createAnswers({ store, clock, load, maxRunning }),
    tracker: createTracker({ store, clock, newId: randomUUID, maxRunning }),
    store,
    access: { token: TOKEN, tenant: TENANT, project: PROJECT, hosts: [] },
    clock,
    requestId: randomUUID,
    subscriptionId: randomUUID,
    subscriptionSecret: () => 'whsec_c2VjcmV0IG9mIHRoZSB0ZXN0IHN1aXRl',
    onFailure: (failure) => {
      throw failure;
    },
  });
  onTestFinished(async () => {
    await app.close();
    store.close();
  });
  return { app, clock };
}

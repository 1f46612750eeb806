import { expect, onTestFinished, test } from 'vitest';
import { createEmbeddedServer, type ServerOptions } from '../../src/server/create-server.js';
import { createFakeClock } from '../helpers/fake-clock.js';
import { finish, guid, log } from './tracking.js';

const access = { token: 'secret', tenant: guid(1), project: guid(2), hosts: [] };
const base = `/api/${guid(1)}/${guid(2)}/execution`;

const options = (): ServerOptions => {
  let ids = 0;
  return {
    file: ':memory:',
    access,
    clock: createFakeClock(),
    newId: () => guid(1_000 + ++ids),
    newSecret: () => `whsec_${'A'.repeat(32)}`,
    load: { cpuPercent: () => 10, memoryPercent: () => 20, cores: () => 2 },
    onFailure: (failure) => {
      throw failure;
    },
  };
};

test('what is reported over HTTP is answered over HTTP', async () => {
  const { app, close } = createEmbeddedServer({ ...options(), maxRunning: 1 });
  onTestFinished(close);
  const headers = { authorization: 'Bearer secret', host: 'localhost' };
  const post = async (path: string, payload: object) =>
    (await app.inject({ method: 'POST', url: `${base}${path}`, headers, payload })).json();
  const get = async (path: string) => (await app.inject({ url: `${base}${path}`, headers })).json();

  expect(await post('/jobs', { jobId: guid(3), jobName: 'Load' })).toMatchObject({
    status: 'Running',
  });
  expect(await post('/jobs', { jobId: guid(4), jobName: 'Report', after: [guid(3)] })).toEqual({
    jobId: guid(4),
    status: 'Queued',
    queuePosition: 1,
    waitingFor: [guid(3)],
  });
  await post(`/job/${guid(3)}/reports`, [log('a', 'read a file'), finish()]);

  expect(await get(`/job/${guid(3)}/logs`)).toMatchObject({
    jobStatus: 'Completed',
    logs: [{ sequence: 1, level: 'INFO', message: 'read a file' }],
  });
  expect(await get(`/job/${guid(4)}/progress`)).toMatchObject({
    jobName: 'Report',
    status: 'Running',
  });
});

test('time goes on every second until it is told to stop, over failures too', async () => {
  const stop = new AbortController();
  const clock = createFakeClock();
  const failures: unknown[] = [];
  const server = createEmbeddedServer({
    ...options(),
    clock: {
      now: clock.now,
      sleep: async (durationMs, signal) => {
        signal?.throwIfAborted();
        await clock.sleep(durationMs);
        if (clock.waits.length === 2) await server.close();
        if (clock.waits.length === 5) stop.abort();
      },
    },
    onFailure: (failure) => failures.push(failure),
  });

  await server.keepTicking(stop.signal);

  expect(clock.waits).toEqual([1_000, 1_000, 1_000, 1_000, 1_000]);
  expect(failures).toHaveLength(4);
  expect(failures[0]).toMatchObject({ code: 'UNAVAILABLE' });
});

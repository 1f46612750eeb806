import { expect, test } from 'vitest';
import { systemClock } from '../../src/client/transport/system-clock.js';
import { openServer } from '../../src/server/open-server.js';
import { JOB, PROJECT, TENANT, testClient } from '../helpers/test-client.js';

test('a server that is told to end gives what it holds back, and has not to wait for it', async () => {
  const { url, token, close } = await openServer({
    file: ':memory:',
    host: '127.0.0.1',
    port: 0,
    tenant: TENANT,
    project: PROJECT,
    allowsLoopbackWebhooks: false,
    clock: systemClock,
    onFailure: (failure) => {
      throw failure;
    },
  });
  const client = testClient(url, { token, retries: 0 });
  await client.register({ jobId: JOB, jobName: 'Quiet' });
  const held = client.logs(JOB, { wait: 30 });
  await client.progress(JOB);
  const startedMs = performance.now();
  await close(20_000);
  expect(performance.now() - startedMs).toBeLessThan(10_000);
  expect((await held).body).toMatchObject({ logs: [], jobStatus: 'Running' });
});

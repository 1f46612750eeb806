import { expect, test } from 'vitest';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import { watchJobs } from '../../../src/client/watch/watch-jobs.js';
import { openServer } from '../../../src/server/open-server.js';
import { JOB, PROJECT, TENANT, testClient } from '../../helpers/test-client.js';

test('on a server with a socket, a watch sees what happens long before its next look', async () => {
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
  const client = testClient(url, { token });
  await client.register({ jobId: JOB, jobName: 'Nightly' });
  const controls = {
    intervalMs: () => 3_600_000,
    isPaused: () => false,
    panels: () => new Set<never>(),
    logLevel: () => undefined,
    onChange: () => () => {},
  };
  const told: string[] = [];
  let count = 0;
  const report = (what: object) => {
    count += 1;
    return client.report(JOB, [{ reportId: `r${count}`, ...what } as never]);
  };
  for await (const event of watchJobs({ client, jobIds: [JOB], controls })) {
    if (event.type === 'status') {
      told.push(event.status);
      if (event.status === 'Running') await report({ type: 'stage', stageName: 'Load' });
    }
    if (event.type === 'stage') {
      told.push(`${event.stageName} ${event.status}`);
      if (event.status === 'Running') await report({ type: 'finish', status: 'Completed' });
    }
  }
  expect(told).toEqual(['Running', 'Load Running', 'Load Completed', 'Completed']);
  await client.close();
  await close(1_000);
});

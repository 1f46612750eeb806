import { expect, test } from 'vitest';
import { count, follow, kind } from '../client/events/follow.js';
import { homeEnvironment, type Serving, startServe } from '../helpers/serve.js';
import { JOB, testClient } from '../helpers/test-client.js';

const report = async ({ ask }: Serving, ...reports: object[]): Promise<void> => {
  const { ok } = await ask(`/job/${JOB}/reports`, {
    method: 'POST',
    body: JSON.stringify(reports),
  });
  expect(ok).toBe(true);
};

test('events come by a socket of a real server, over its end and its next start', async () => {
  const environment = { ...homeEnvironment(), JOBTRACK_TOKEN: 'a-token-that-both-servers-have' };
  const first = await startServe([], environment);
  const { url, tenant: tenantId, project: projectId } = first.ready;
  await first.ask('/jobs', {
    method: 'POST',
    body: JSON.stringify({ jobId: JOB, jobName: 'Import' }),
  });
  const client = testClient(url, { tenantId, projectId, token: environment.JOBTRACK_TOKEN });
  const followed = follow(client, { random: () => 0.1 });
  await followed.until(kind('connected'));
  await report(first, { reportId: '1', type: 'stage', stageName: 'Extract' });
  await followed.until(count(1));

  const stoppedMs = performance.now();
  await first.stop();
  expect(performance.now() - stoppedMs).toBeLessThan(5_000);
  await followed.until(kind('lost'));

  const second = await startServe(['--port', new URL(url).port], environment);
  await report(
    second,
    { reportId: '2', type: 'stage', stageName: 'Load' },
    { reportId: '3', type: 'finish', status: 'Completed' },
  );
  await followed.ended;
  expect(followed.events().map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  expect(followed.items.at(-1)).toEqual({ kind: 'ended', status: 'Completed' });
});

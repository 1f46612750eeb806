import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { runCli } from '../helpers/cli.js';
import { finish, reportedJob } from '../helpers/reported.js';
import { startRunning } from '../helpers/running.js';
import { type Serving, startServe } from '../helpers/serve.js';

// A server, and dozens of programs that ask it, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 120_000 });

/** Jobs of each kind on one server: completed, failed, cancelled, running, and one that nobody knows. */
async function jobsOf(serving: Serving): Promise<Record<string, string>> {
  const ended = async (status: 'Completed' | 'Failed' | 'Cancelled') =>
    (await reportedJob(serving, [finish(status)])).id;
  return {
    C: await ended('Completed'),
    F: await ended('Failed'),
    X: await ended('Cancelled'),
    R: (await reportedJob(serving)).id,
    N: randomUUID(),
  };
}

/** The environment of somebody who has been told where a server is, and does not look for it. */
const addressOf = ({ environment, ready }: Serving): Record<string, string> => ({
  ...environment,
  JOBTRACK_URL: ready.url,
  JOBTRACK_TENANT: ready.tenant,
  JOBTRACK_PROJECT: ready.project,
});

/** What is watched, and how it ends: what docs/exit-codes.md says of a watch. */
const table: readonly (readonly [string, number])[] = [
  ['C', 0],
  ['F', 1],
  ['X', 3],
  ['R --timeout 1s', 124],
  ['N', 5],
  ['C C', 0],
  ['C F', 1],
  ['C X', 3],
  ['X F', 1],
  ['C R --timeout 1s', 124],
  ['F R --timeout 1s', 124],
  ['C N', 5],
  ['C R --until any', 0],
  ['F R --until any', 1],
  ['X R --until any', 3],
  ['R R --until any --timeout 1s', 124],
  ['C R --until first-failure --timeout 1s', 124],
  ['F R --until first-failure', 1],
  ['X R --until first-failure --timeout 1s', 124],
  ['C X --until first-failure', 3],
  ['C C --until first-failure', 0],
  ['C R --fail-fast --timeout 1s', 124],
  ['F R --fail-fast', 1],
  ['X R --fail-fast', 3],
  ['C X --fail-fast', 3],
  ['N --wait-for-start 600ms', 5],
  ['C --wait-for-start 600ms', 0],
  ['N --wait-for-start 1m --timeout 600ms', 124],
];

/** Programs that run at one time: more would only wait for each other. */
const AT_ONCE = 4;

test('the exit code is the verdict, in every form', async () => {
  const serving = await startServe();
  const ids = await jobsOf(serving);
  const codeOf = async (line: string, index: number): Promise<[string, number | null]> => {
    const words = line.split(' ').map((word) => ids[word] ?? word);
    const form = ['human', 'ndjson', 'json'][index % 3] ?? '';
    const args = ['watch', ...words, '-i', '250ms', '-o', form];
    const { code } = await runCli(args, { environment: serving.environment });
    return [line, code];
  };
  const found: [string, number | null][] = [];
  for (let index = 0; index < table.length; index += AT_ONCE) {
    const some = table.slice(index, index + AT_ONCE);
    found.push(...(await Promise.all(some.map(([line], place) => codeOf(line, index + place)))));
  }
  expect(found).toEqual(table);
});

test('--wait-for-start waits for a job that comes later, and watches it to its end', async () => {
  const serving = await startServe();
  const { environment } = serving;
  const id = randomUUID();
  const watch = startRunning(['watch', id, '--wait-for-start', '30s', '-i', '250ms'], {
    environment,
  });
  await watch.seen(/missing {2}the server does not know this job yet/);
  const job = await reportedJob(serving, [], { id });
  await watch.seen(/answering/);
  await job.report(finish('Completed'));
  expect(await watch.ended).toMatchObject({ code: 0 });
  expect(watch.stdout()).toMatch(/end {2}Completed/);
});

test('a token that is not accepted is 4', async () => {
  const serving = await startServe();
  const { id } = await reportedJob(serving);
  const environment = { ...addressOf(serving), JOBTRACK_TOKEN: 'wrong' };
  expect(await runCli(['watch', id], { environment })).toMatchObject({ code: 4, stdout: '' });
});

test('nobody there until the timeout is 6; there at first, and then not, is 124', async () => {
  const serving = await startServe();
  const { id } = await reportedJob(serving);
  const environment = { ...addressOf(serving), JOBTRACK_TOKEN: serving.token };
  const watch = startRunning(['watch', id, '--timeout', '4s', '-i', '250ms'], { environment });
  await watch.seen(/Running/);
  await serving.stop('SIGKILL');
  await watch.seen(/no answer/);
  expect(await watch.ended).toMatchObject({ code: 124 });
  const late = await runCli(['watch', id, '--timeout', '1s'], { environment });
  expect(late.code).toBe(6);
});

import { expect, test } from 'vitest';
import { parseBatchOptions } from '../../../src/commands/batch/options.js';
import { run } from '../../../src/commands/batch/run.js';
import type { RawFlags } from '../../../src/commands/definition.js';
import type { BatchBody, BatchParams } from '../../../src/contract/index.js';
import { example } from '../../helpers/examples.js';
import { answerWith, type FakeContextOptions, fakeContext } from '../../helpers/fake-context.js';

const exampleBody = example<BatchBody>('ja', 'batch');
const [first, second, third] = exampleBody.jobs;

async function batch(
  args: readonly string[],
  flags: RawFlags = {},
  body: BatchBody = exampleBody,
  options: FakeContextOptions = {},
) {
  const asked: BatchParams[] = [];
  const client: FakeContextOptions['client'] = {
    batch: async (params = {}) => {
      asked.push(params);
      return answerWith(body);
    },
  };
  const { context, stdout, stderr } = await fakeContext({ client, ...options });
  const code = await run(parseBatchOptions(args, flags), context);
  return { code, stdout: stdout(), stderr: stderr(), asked };
}

test('one request asks for what the flags say and nothing else', async () => {
  const id = 'cc0e8400-e29b-41d4-a716-446655440000';
  const flags = { status: 'kuyrukta', submittedBy: 'user456', metrics: true };
  expect((await batch([id], flags)).asked).toEqual([
    { jobIds: [id], status: 'Queued', submittedBy: 'user456', includeMetrics: true },
  ]);
  expect((await batch([])).asked).toEqual([{}]);
});

test('json is the body as it came', async () => {
  const { stdout, stderr } = await batch([], {}, exampleBody, { form: 'json' });
  expect(JSON.parse(stdout)).toEqual(exampleBody);
  expect(stderr).toBe('');
});

test('sorting changes the order of the jobs and nothing else', async () => {
  const { stdout } = await batch(
    [],
    { sort: 'name' },
    { ...exampleBody, jobs: [third, first, second].flatMap((job) => job ?? []) },
    { form: 'json' },
  );
  expect(JSON.parse(stdout)).toEqual(
    exampleBody.jobs[0] && { ...exampleBody, jobs: [first, second, third] },
  );
});

test('ndjson is a job a line', async () => {
  const { stdout } = await batch([], { sort: 'progress' }, exampleBody, { form: 'ndjson' });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([first, second, third]);
});

test('times are told from the moment that the server looked', async () => {
  const body = { ...exampleBody, trackingTime: '2024-01-20T10:45:33Z' };
  expect((await batch([], {}, body, { look: { terminal: true } })).stdout).toContain('in 6m 27s');
});

test('jobs that were asked for and not answered are named on stderr', async () => {
  const missing = 'ff0e8400-e29b-41d4-a716-446655440000';
  const { code, stderr } = await batch(['cc0e8400-e29b-41d4-a716-446655440000', missing]);
  expect(code).toBe(0);
  expect(stderr).toBe(`not in the answer: ${missing}\n`);
});

test('no jobs are said on stderr and are no failure', async () => {
  const { code, stderr } = await batch(
    [],
    { status: 'Failed', submittedBy: 'user123' },
    { jobs: [] },
  );
  expect(code).toBe(0);
  expect(stderr).toBe('no Failed jobs submitted by user123\n');
  expect((await batch([], {}, { jobs: [] })).stderr).toBe('no jobs\n');
});

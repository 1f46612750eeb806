import { expect, test } from 'vitest';
import { foldedBatchView } from '../../../src/commands/batch/view-folded.js';
import type { BatchBody } from '../../../src/contract/index.js';
import { EXAMPLE_NOW_MS, type LookOptions, screen, testLook } from '../../helpers/look.js';

const STATUSES = ['Completed', 'Running', 'Completed', 'Queued', 'Failed'];

/** So many jobs, named by their places. */
const bodyOf = (count: number): BatchBody => ({
  jobs: Array.from({ length: count }, (_, index) => ({
    jobId: `id-${index}`,
    jobName: `job ${index}`,
    status: STATUSES[index % STATUSES.length],
  })),
});

async function shown(
  count: number,
  wish: { isSorted: boolean; most?: number },
  options: LookOptions = {},
): Promise<string> {
  const state = { body: bodyOf(count), nowMs: EXAMPLE_NOW_MS, showsMetrics: false };
  return screen(foldedBatchView(state, await testLook({ width: 60, ...options }), wish));
}

test('a terminal shows what needs a person first, and counts the rest', async () => {
  expect(await shown(10, { isSorted: false, most: 3 })).toBe(`
10 jobs

  Job    Status   Progress  End
✗ job 4  Failed   -         -
  id-4
✗ job 9  Failed   -         -
  id-9
● job 1  Running  -         -
  id-1
7 more not shown: 4 Completed, 2 Queued, 1 Running; add "|
less" to see every one
`);
});

test('the order that was asked for is kept', async () => {
  expect(await shown(10, { isSorted: true, most: 1 })).toBe(`
10 jobs

  Job    Status     Progress  End
✓ job 0  Completed  -         -
  id-0
9 more not shown: 3 Completed, 2 Running, 2 Queued, 2
Failed; add "| less" to see every one
`);
});

test('ten thousand jobs are about the thousand lines that a terminal keeps', async () => {
  const lines = (await shown(10_000, { isSorted: false })).split('\n');
  expect(lines.length).toBeLessThan(1000);
  expect(lines.slice(-3)).toEqual([
    '9,700 more not shown: 4,000 Completed, 2,000 Running, 2,000',
    'Queued, 1,700 Failed; add "| less" to see every one',
    '',
  ]);
});

test('a pipe gets every job, as the server orders them', async () => {
  const text = await shown(
    400,
    { isSorted: false, most: 3 },
    { terminal: false, width: Number.POSITIVE_INFINITY },
  );
  expect(text.match(/job \d+/g)).toEqual(Array.from({ length: 400 }, (_, index) => `job ${index}`));
});

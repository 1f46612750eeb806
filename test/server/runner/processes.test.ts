import { type ChildProcess, spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { treeOf } from '../../../src/server/runner/process-tree.js';
import { parseStat, readTreeUsage } from '../../../src/server/runner/processes.js';

test('a tree is a process, its descendants, and those of its session that lost their parent', () => {
  const all = [
    { pid: 1, parentPid: 0, session: 1 },
    { pid: 10, parentPid: 1, session: 10 },
    { pid: 11, parentPid: 10, session: 10 },
    { pid: 12, parentPid: 11, session: 12 },
    { pid: 13, parentPid: 1, session: 10 },
    { pid: 20, parentPid: 1, session: 20 },
  ];
  expect(
    treeOf(all, 10)
      .map(({ pid }) => pid)
      .sort(),
  ).toEqual([10, 11, 12, 13]);
  expect(treeOf(all, 99)).toEqual([]);
});

test('processes that are each other’s parents do not hang it', () => {
  const all = [
    { pid: 1, parentPid: 2 },
    { pid: 2, parentPid: 1 },
  ];
  expect(treeOf(all, 1)).toHaveLength(2);
});

test('a name with spaces and brackets does not shift the fields of /proc/<pid>/stat', () => {
  const stat =
    '4242 (a) R (b c) S 7 4242 4200 34816 4242 4194560 100 0 0 0 150 50 25 25 20 0 1 0 12345 9000000 300 18446744073709551615';
  expect(parseStat(stat)).toEqual({
    pid: 4242,
    parentPid: 7,
    session: 4200,
    cpuSeconds: 2.5,
    memoryBytes: 300 * 4096,
  });
});

test('a real tree is read with its memory and processor time', async () => {
  const child = spawn('sh', ['-c', 'sleep 60 & sleep 60 & echo ready; wait'], { detached: true });
  onTestFinished(() => end(child));
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  const usage = await readTreeUsage(child.pid ?? 0);
  expect(usage?.processes).toBe(3);
  expect(usage?.memoryBytes).toBeGreaterThan(100_000);
  expect(usage?.cpuSeconds ?? usage?.cpuOfOneCore).toBeGreaterThanOrEqual(0);
});

test('a process that is gone has no usage', async () => {
  const child = spawn('true');
  await new Promise((resolve) => child.once('close', resolve));
  expect(await readTreeUsage(child.pid ?? 0)).toBeUndefined();
});

function end({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

import { expect, test } from 'vitest';
import type { Finding } from '../../../src/server/runner/delivery.js';
import type { TreeUsage } from '../../../src/server/runner/processes.js';
import { cpuShare, sampleUntil } from '../../../src/server/runner/sampler.js';
import { createFakeClock } from '../../helpers/fake-clock.js';

async function sample(...usages: (TreeUsage | undefined)[]): Promise<Finding[]> {
  const clock = createFakeClock(Date.parse('2024-01-20T10:30:00Z'));
  const over = new AbortController();
  const found: Finding[] = [];
  await sampleUntil({
    clock,
    cores: 2,
    read: async () => {
      const usage = usages.shift();
      if (usages.length === 0) setImmediate(() => over.abort());
      await new Promise((resolve) => setImmediate(resolve));
      return usage;
    },
    tell: (finding) => found.push(finding),
    signal: over.signal,
  });
  return found;
}

const usage = { processes: 2, memoryBytes: 1_000 };

test('a sample a second: share of all cores, memory, totals of the disk', async () => {
  const found = await sample(
    { ...usage, cpuSeconds: 1, diskReadBytes: 10, diskWriteBytes: 20 },
    { ...usage, cpuSeconds: 1.125, diskReadBytes: 30, diskWriteBytes: 5 },
    { ...usage, cpuSeconds: 2.125, diskReadBytes: 30, diskWriteBytes: 40 },
    undefined,
  );
  expect(found).toEqual([
    {
      type: 'sample',
      time: '2024-01-20T10:30:00.000Z',
      memoryBytes: 1_000,
      processes: 2,
      diskReadBytes: 10,
      diskWriteBytes: 20,
    },
    {
      type: 'sample',
      time: '2024-01-20T10:30:00.250Z',
      memoryBytes: 1_000,
      processes: 2,
      cpuPercent: 25,
      diskReadBytes: 30,
      diskWriteBytes: 20,
    },
    {
      type: 'sample',
      time: '2024-01-20T10:30:01.250Z',
      memoryBytes: 1_000,
      processes: 2,
      cpuPercent: 50,
      diskReadBytes: 30,
      diskWriteBytes: 40,
    },
  ]);
});

test('what the system does not tell is left out', async () => {
  const [first] = await sample(usage, undefined);
  expect(first).toEqual({
    type: 'sample',
    time: '2024-01-20T10:30:00.000Z',
    memoryBytes: 1_000,
    processes: 2,
  });
});

test('the share of processor time stays between 0 and 100', () => {
  const at = (timeMs: number, cpuSeconds: number) => ({ timeMs, usage: { ...usage, cpuSeconds } });
  expect(cpuShare(at(0, 0), at(1_000, 4), 2)).toBe(100);
  expect(cpuShare(at(0, 4), at(1_000, 1), 2)).toBe(0);
  expect(cpuShare(at(0, 0), at(0, 1), 2)).toBeUndefined();
  expect(cpuShare(undefined, at(0, 1), 2)).toBeUndefined();
  expect(cpuShare(undefined, { timeMs: 0, usage: { ...usage, cpuOfOneCore: 100 } }, 4)).toBe(25);
});

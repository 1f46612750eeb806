import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/contract/index.js';
import { createReportQueue } from '../../../src/server/runner/report-queue.js';
import { openSpool } from '../../../src/server/runner/spool.js';

const report = (number: number, message = `line ${number}`): Report => ({
  type: 'log',
  reportId: `r-${number}`,
  message,
});
const many = { count: 1_000, bytes: 1_000_000 };

/** Takes everything out, some at a time. */
function drain(queue: ReturnType<typeof createReportQueue>, limits = many): string[] {
  const ids: string[] = [];
  while (queue.size > 0) {
    const batch = queue.first(limits);
    ids.push(...batch.map(({ reportId }) => reportId));
    queue.drop(batch.length);
  }
  return ids;
}

test('reports come out in their order, also those that were on the disk', () => {
  const queue = createReportQueue(() => openSpool(100_000_000));
  const ids = Array.from({ length: 30_000 }, (_, number) => `r-${number}`);
  for (let number = 0; number < 20_000; number += 1) queue.add(report(number, 'ü'.repeat(300)));
  const first = queue.first(many);
  queue.drop(first.length);
  for (let number = 20_000; number < 30_000; number += 1) queue.add(report(number));
  expect(queue.size).toBe(30_000 - first.length);
  expect([...first.map(({ reportId }) => reportId), ...drain(queue)]).toEqual(ids);
  queue.close();
});

test('what was asked for stays until it is dropped', () => {
  const queue = createReportQueue(() => openSpool(1_000));
  queue.add(report(1));
  queue.add(report(2));
  expect(queue.first({ count: 1, bytes: 1_000_000 })).toEqual([report(1)]);
  expect(queue.first({ count: 5, bytes: 1_000_000 })).toEqual([report(1), report(2)]);
  expect(queue.first({ count: 5, bytes: 1 })).toEqual([report(1)]);
});

test('when memory and disk are full a report is refused, and taken again when there is room', () => {
  const queue = createReportQueue(() => openSpool(1_000_000));
  let taken = 0;
  while (queue.add(report(taken, 'x'.repeat(10_000)))) taken += 1;
  expect(taken).toBeGreaterThan(200);
  expect(drain(queue)).toHaveLength(taken);
  expect(queue.add(report(0))).toBe(true);
  queue.close();
});

test('a spool leaves no name behind, also while it is open', () => {
  const names = () =>
    readdirSync(tmpdir()).filter((name) => /^jobtrack-[A-Za-z0-9]{6}$/.test(name));
  const before = names();
  const spool = openSpool(1_000);
  spool.add('one');
  expect(names().filter((name) => !before.includes(name))).toEqual([]);
  expect(spool.take()).toEqual(['one']);
  expect(spool.size).toBe(0);
  spool.close();
});

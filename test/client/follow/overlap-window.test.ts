import { expect, test } from 'vitest';
import { createOverlapWindow } from '../../../src/client/follow/overlap-window.js';
import type { LogEntry } from '../../../src/contract/index.js';
import { at } from './fake-log.js';

const ALL = { timeMs: Number.NEGATIVE_INFINITY, rank: 0 };

/** A window that has been through passes over these entries, a second of theirs being a second. */
function createWindow(...passes: LogEntry[][]) {
  const window = createOverlapWindow();
  const pass = (entries: LogEntry[], from = ALL) => {
    window.begin(from);
    return entries.map((entry) => window.take(entry, Date.parse(entry.timestamp)));
  };
  for (const entries of passes) pass(entries);
  return { window, pass };
}

test('what was met before is known, whatever its order and its number', () => {
  const { pass } = createWindow([at(1), at(2, 'b', { details: { x: 1, y: 2 } })]);
  const again = at(2, 'b', { details: { y: 2, x: 1 }, sequence: 7 });
  expect(pass([at(3), again, at(1)])).toEqual([true, false, false]);
});

test('of equal entries as many are known as one pass has met', () => {
  const { pass } = createWindow([at(1), at(1)], [at(1)]);
  expect(pass([at(1), at(1), at(1), at(1)])).toEqual([false, false, true, true]);
  expect(pass([at(1), at(1), at(1), at(1), at(1)])).toEqual([false, false, false, false, true]);
});

test.each([
  ['level', { level: 'WARN' }],
  ['component', { component: 'db' }],
  ['details', { details: { x: 1 } }],
  ['field that nobody knows', { thread: 4 }],
])('another %s is another entry', (_name, fields) => {
  const { pass } = createWindow([at(1)]);
  expect(pass([at(1, 'line 1', fields)])).toEqual([true]);
});

test('only what is asked for again is remembered', () => {
  const { window, pass } = createWindow([at(1), at(2), at(3)]);
  window.forgetBefore(Date.parse(at(2).timestamp));
  expect(window.size).toBe(2);
  expect(pass([at(1), at(2), at(3)])).toEqual([true, false, false]);
});

test('everything is missing as long as nothing was met that should have been', () => {
  const { window, pass } = createWindow([at(1), at(2)]);
  pass([at(5)]);
  expect(window.isAllMissing).toBe(true);
  pass([at(5), at(2)]);
  expect(window.isAllMissing).toBe(false);
  pass([at(6)], { timeMs: Date.parse(at(6).timestamp), rank: 0 });
  expect(window.isAllMissing).toBe(false);
  pass([at(7)], { timeMs: Number.NEGATIVE_INFINITY, rank: 3 });
  expect(window.isAllMissing).toBe(false);
});

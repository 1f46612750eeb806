import { expect, test } from 'vitest';
import { canUnicode, fitColumns, isSmartTerminal } from '../../src/output/terminal.js';
import type { OutputPort } from '../../src/ports/io.js';

const output = (isTTY: boolean, columns?: number): OutputPort => ({
  isTTY,
  columns: () => columns,
  rows: () => undefined,
  colorLevel: 0,
  write: async () => {},
  writeBytes: async () => {},
  closed: new AbortController().signal,
});

test("the width is the terminal's, and never too small to show anything", () => {
  expect(fitColumns(output(true, 132), {})).toBe(132);
  expect(fitColumns(output(true, 5), {})).toBe(20);
  expect(fitColumns(output(true, 65_535), {})).toBe(1000);
});

test('a terminal that does not know its width gets COLUMNS, else 80', () => {
  expect(fitColumns(output(true, 0), { COLUMNS: '100' })).toBe(100);
  expect(fitColumns(output(true, 0), {})).toBe(80);
});

test('a pipe has no width unless COLUMNS gives one', () => {
  expect(fitColumns(output(false), {})).toBe(Number.POSITIVE_INFINITY);
  expect(fitColumns(output(false), { COLUMNS: '60' })).toBe(60);
  expect(fitColumns(output(false), { COLUMNS: '999999999' })).toBe(1000);
  expect(fitColumns(output(false), { COLUMNS: 'wide' })).toBe(Number.POSITIVE_INFINITY);
});

test('a dumb terminal is written to like a pipe', () => {
  expect(isSmartTerminal(output(true, 80), { TERM: 'xterm' })).toBe(true);
  expect(isSmartTerminal(output(true, 80), { TERM: 'dumb' })).toBe(false);
  expect(isSmartTerminal(output(false), { TERM: 'xterm' })).toBe(false);
});

test('Unicode is used where the locale says UTF-8, or nothing', () => {
  expect(canUnicode({ LANG: 'tr_TR.UTF-8' })).toBe(true);
  expect(canUnicode({ LC_ALL: 'C', LANG: 'en_US.UTF-8' })).toBe(false);
  expect(canUnicode({})).toBe(true);
  expect(canUnicode({ LANG: 'en_US.UTF-8', TERM: 'linux' })).toBe(false);
});

import { expect, test } from 'vitest';
import { addCounts, countFrom, countLevels, serverCounts } from '../../src/domain/log-counts.js';

const entries = ['INFO', 'Hata', 'FATAL', 'WARNING', 'Audit', undefined].map((level) => ({
  timestamp: '2024-01-20T10:41:10Z',
  level,
}));

test('entries are counted by the level they mean; an unknown one counts as INFO', () => {
  expect(countLevels(entries)).toEqual({ DEBUG: 0, INFO: 3, WARN: 1, ERROR: 2 });
});

test('counts add up, and are summed from a level on', () => {
  const counts = addCounts(countLevels(entries), countLevels(entries));
  expect(counts).toEqual({ DEBUG: 0, INFO: 6, WARN: 2, ERROR: 4 });
  expect(countFrom('WARN', counts)).toBe(6);
  expect(countFrom('DEBUG', counts)).toBe(12);
});

test('of a summary only what it says is known', () => {
  expect(serverCounts({ errorEntries: 2, debugEntries: 0, warnEntries: null })).toEqual({
    ERROR: 2,
    DEBUG: 0,
  });
  expect(serverCounts(undefined)).toEqual({});
});

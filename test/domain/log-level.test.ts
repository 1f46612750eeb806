import { expect, test } from 'vitest';
import { countedLevel, graverLevel, levelName } from '../../src/domain/log-level.js';

test.each([
  ['INFO', 'INFO', 'INFO'],
  ['warning', 'WARN', 'WARN'],
  ['Uyarı', 'WARN', 'WARN'],
  ['エラー', 'ERROR', 'ERROR'],
  ['fatal', 'FATAL', 'ERROR'],
  ['TRACE', 'TRACE', 'DEBUG'],
  ['Audit', 'Audit', 'INFO'],
  ['', undefined, 'INFO'],
  [null, undefined, 'INFO'],
])('%s is shown as %s and counts as %s', (level, name, counted) => {
  expect(levelName(level)).toBe(name);
  expect(countedLevel(level)).toBe(counted);
});

test('the graver of two levels wins in either order', () => {
  expect(graverLevel('INFO', 'ERROR')).toBe('ERROR');
  expect(graverLevel('ERROR', 'INFO')).toBe('ERROR');
});

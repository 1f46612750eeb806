import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breaksLinesAnew, firstRows, rowCount } from '../../../src/output/live/reflow.js';
import { inline, safe } from '../../../src/render/safe-text.js';
import { createTheme } from '../../../src/render/theme.js';
import { createEmulator } from '../../helpers/emulator.js';

test('a line takes as many rows as it fills, an empty one takes one', () => {
  expect(rowCount([inline('x'.repeat(20)), safe``], 20)).toBe(2);
  expect(rowCount([inline('x'.repeat(21))], 20)).toBe(2);
  expect(rowCount([createTheme(1).bad(inline('x'.repeat(40)))], 20)).toBe(2);
  expect(rowCount([], 20)).toBe(0);
});

test('a wide character is not cut in two', () => {
  expect(rowCount([inline('漢'.repeat(10))], 5)).toBe(5);
});

test('the first rows of lines are whole lines, and perhaps the beginning of one more', () => {
  const lines = [inline('abcdef'), inline('ghi'), inline('jklmnop')];
  expect(firstRows(lines, 3, 2)).toEqual(['abcdef']);
  expect(firstRows(lines, 3, 4)).toEqual(['abcdef', 'ghi', 'jkl']);
  expect(firstRows(lines, 3, 0)).toEqual([]);
  expect(firstRows(lines, 3, -2)).toEqual([]);
});

test('rows are counted as a terminal breaks lines that were printed on a wider screen', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' b', '漢'), minLength: 0, maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 6 }),
      fc.integer({ min: 2, max: 40 }),
      (texts, columns) => {
        const lines = texts.map((each) => inline(each.trimEnd()));
        const terminal = createEmulator(80, 200);
        terminal.write(lines.map((line) => `${line}\n`).join(''));
        terminal.write('end');
        terminal.resize(columns, 200);
        expect(rowCount(lines, columns)).toBe(terminal.all().indexOf('end'.slice(0, columns)));
      },
    ),
    { numRuns: 100 },
  );
});

test.each([
  [{ TERM: 'xterm-256color' }, true],
  [{ TERM: 'xterm-256color', XTERM_VERSION: 'XTerm(390)' }, false],
  [{ TERM: 'screen', STY: '1234.pts-0.host' }, false],
  [
    { TERM: 'tmux-256color', TMUX: '/tmp/tmux-1000/default,1,0', XTERM_VERSION: 'XTerm(390)' },
    true,
  ],
])('with %j lines are broken anew: %s', (environment, expected) => {
  expect(breaksLinesAnew(environment)).toBe(expected);
});

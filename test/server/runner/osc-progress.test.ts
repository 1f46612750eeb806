import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOscScanner } from '../../../src/server/runner/osc-progress.js';

const scan = (...pieces: string[]): number[] => {
  const scanner = createOscScanner();
  return pieces.flatMap((piece) => scanner(piece));
};

test('a percentage is read with both ends, also of an error or a pause', () => {
  expect(scan('\u001b]9;4;1;25\u0007')).toEqual([25]);
  expect(scan('a\u001b]9;4;1;50\u001b\\b\u001b]9;4;2;60\u0007\u001b]9;4;4;70\u0007')).toEqual([
    50, 60, 70,
  ]);
});

test('no percentage: taken away, unknown, and other sequences', () => {
  expect(
    scan('\u001b]9;4;0;0\u0007\u001b]9;4;3;0\u0007\u001b]9;hello\u0007\u001b]0;9;4;1;5\u0007'),
  ).toEqual([]);
});

test('more than a hundred is a hundred', () => {
  expect(scan('\u001b]9;4;1;250\u0007')).toEqual([100]);
});

test('cut at every place, it finds the same', () => {
  const unit = fc.constantFrom(
    '\u001b]9;4;1;33\u0007',
    '\u001b]9;4;2;44\u001b\\',
    '\u001b',
    ']9;4;',
    '1',
    ';',
    'x',
    '\u001b[0m',
    '\u001b\\',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const whole = units.join('');
      const expected = scan(whole);
      expect(scan(...whole)).toEqual(expected);
      for (let at = 0; at <= whole.length; at += 1) {
        expect(scan(whole.slice(0, at), whole.slice(at))).toEqual(expected);
      }
    }),
  );
});

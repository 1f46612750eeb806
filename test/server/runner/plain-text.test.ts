import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../src/server/runner/plain-text.js';

test.each([
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['\u001b]0;title\u0007text', 'text'],
  ['\u001b]8;;https://example.com\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['\u001b]9;4;1;50\u001b\\half', 'half'],
  ['\u001bP1$r0m\u001b\\a', 'a'],
  ['\u009b31mred', 'red'],
  ['a\tb', 'a\tb'],
  ['a\u0007b\u0000c\u007f', 'abc'],
  ['open \u001b]0;never ends', 'open '],
  ['✳ ünïcödé 日本語', '✳ ünïcödé 日本語'],
])('%j is %j', (line, plain) => {
  expect(plainText(line)).toBe(plain);
});

test('no control code but the tab is ever left', () => {
  const unit = fc.constantFrom(
    'a',
    '\u001b',
    '[',
    ']',
    '3',
    '1',
    'm',
    ';',
    '\u0007',
    '\u009b',
    '\\',
    'P',
    '\t',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      expect(plainText(units.join(''))).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/);
    }),
  );
});

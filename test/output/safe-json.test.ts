import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSafeJson, toSafeJsonLines } from '../../src/output/safe-json.js';
import { hostileText } from '../helpers/hostile-text.js';
import { controlBytes } from '../helpers/no-control-bytes.js';
import { promise } from '../helpers/promise.js';

test('is compact, or indented by as many spaces as asked for', () => {
  const value = { name: 'データ', list: [1, null, true] };
  expect(toSafeJson(value)).toBe('{"name":"データ","list":[1,null,true]}');
  expect(toSafeJson({ a: [1] }, 2)).toBe('{\n  "a": [\n    1\n  ]\n}');
});

test.each([
  ['C1 controls', '\u009b2J', String.raw`"\u009b2J"`],
  ['DEL', '\x7f', String.raw`"\u007f"`],
  ['ESC', '\x1b[2J', String.raw`"\u001b[2J"`],
  ['bidirectional characters', 'txt.\u202eexe', String.raw`"txt.\u202eexe"`],
  ['zero-width characters', 'a\u200b\u200d\ufeff', String.raw`"a\u200b\u200d\ufeff"`],
  ['line and paragraph separators', '\u2028\u2029', String.raw`"\u2028\u2029"`],
  ['tags, as two halves', '\u{e0041}', String.raw`"\udb40\udc41"`],
  ['lone surrogates', '\ud800', String.raw`"\ud800"`],
])('escapes %s', (_, text, json) => {
  expect(toSafeJson(text)).toBe(json);
  expect(JSON.parse(toSafeJson(text))).toBe(text);
});

test('several values are the same texts, a line each', () => {
  const values = [{ text: 'a\nb' }, '\u009b2J', undefined, 'txt.\u202eexe', '\ud800', '\udc00'];
  expect(toSafeJsonLines(values)).toBe(values.map((value) => toSafeJson(value)).join('\n'));
});

test('leaves visible text of every language as it is', () => {
  expect(toSafeJson('ışık 日本語 😀 é')).toBe('"ışık 日本語 😀 é"');
});

test('escapes keys, too', () => {
  expect(toSafeJson({ 'a\u009b': 1 })).toBe(String.raw`{"a\u009b":1}`);
});

test('what JSON has no word for is null', () => {
  expect(toSafeJson(undefined)).toBe('null');
});

const document = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    hostileText,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(hostileText, fc.constant('__proto__')), tie('value')), {
        maxLength: 4,
      })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

promise('T5', 'JSON is safe and lossless', { full: 5_000, quick: 1_000 }, ({ count, fail }) => {
  const indents = [0, 2];
  for (const value of fc.sample(document, { numRuns: count, seed: 20_260_801 })) {
    for (const indent of indents) {
      const json = toSafeJson(value, indent);
      const found = controlBytes(json);
      if (found.length > 0) fail(`${JSON.stringify(found)} in ${json}`);
      const again = JSON.parse(json);
      // Text equality also tells the order of keys and a key "__proto__" apart; toEqual does not.
      if (JSON.stringify(again) !== JSON.stringify(value)) fail(`changed: ${json}`);
      expect(again).toEqual(value);
    }
  }
});

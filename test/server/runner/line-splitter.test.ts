import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CUT_MARK, createLineSplitter } from '../../../src/server/runner/line-splitter.js';

const textsOf = (...pieces: string[]): string[] => {
  const splitter = createLineSplitter();
  const lines = [...pieces.flatMap((piece) => splitter.feed(piece)), ...splitter.end()];
  return lines.map(({ text }) => text);
};

test('a line ends with LF or CR LF, and the last one with the output', () => {
  expect(textsOf('one\ntwo\r\nthree')).toEqual(['one', 'two', 'three']);
});

test('an empty line is a line, and nothing after the last line end is none', () => {
  expect(textsOf('one\n\n')).toEqual(['one', '']);
});

test('a line that is written over counts as what it showed last', () => {
  expect(textsOf('10%\r50%\r100%\n')).toEqual(['100%']);
  expect(textsOf('10%\r', '50%\r', '\n')).toEqual(['50%']);
  expect(textsOf('10%\r\r\n')).toEqual(['10%']);
});

test('moving the cursor to the start, or wiping the line, is writing over it', () => {
  expect(textsOf('⠋ wait\u001b[2K\u001b[1G⠙ wait\u001b[Gdone\n')).toEqual(['done']);
});

test('a line tells how many lines the cursor went up before it', () => {
  const splitter = createLineSplitter();
  const lines = splitter.feed(
    'a\nb\n\u001b[2K\u001b[1A\u001b[2K\u001b[A\u001b[Ga again\nb again\n',
  );
  expect(lines.map(({ linesUp }) => linesUp)).toEqual([0, 0, 2, 0]);
});

test('of a line longer than 64 KiB the start is kept, with a mark', () => {
  const [line = ''] = textsOf('é'.repeat(100_000), `${'x'.repeat(100_000)}\n`);
  expect(Buffer.byteLength(line)).toBeLessThanOrEqual(65_536);
  expect(line.startsWith('éé')).toBe(true);
  expect(line.endsWith(CUT_MARK)).toBe(true);
  expect(textsOf('x'.repeat(65_525))).toEqual(['x'.repeat(65_525)]);
});

test('a line that was too long and is then written over is whole', () => {
  expect(textsOf('x'.repeat(200_000), '\rshort\n')).toEqual(['short']);
  expect(textsOf(`${'x'.repeat(200_000)}\r`, 'short\n')).toEqual(['short']);
});

test('how the text is cut into pieces changes nothing', () => {
  const piece = fc.constantFrom(
    'a',
    'é',
    '😀',
    '\r',
    '\n',
    '\u001b[1G',
    '\u001b[2K',
    '\u001b[3A',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const whole = pieces.join('');
      const expected = textsOf(whole);
      expect(textsOf(...whole)).toEqual(expected);
      for (let at = 0; at <= whole.length; at += 1) {
        expect(textsOf(whole.slice(0, at), whole.slice(at))).toEqual(expected);
      }
    }),
  );
});

test('without CR and control codes it is the same as split', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 40 }), (pieces) => {
      const whole = pieces.join('');
      const expected = whole.split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(textsOf(whole)).toEqual(expected);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandWords } from '../../src/domain/command-words.js';

describe('the words of a command line', () => {
  test.each([
    ['notify-send done', ['notify-send', 'done']],
    ['  jq   .data  ', ['jq', '.data']],
    [`sh -c 'echo "it is" $HOME'`, ['sh', '-c', 'echo "it is" $HOME']],
    [`say "it's \\"done\\""`, ['say', `it's "done"`]],
    ['a\\ b c', ['a b', 'c']],
    [`pre'fix'ed "" ''`, ['prefixed', '', '']],
    ['通知 送信', ['通知', '送信']],
  ])('%s', (line, words) => {
    expect(commandWords(line)).toEqual(words);
  });

  test.each(['', '   ', `say "done`, `say 'done`, 'ends with \\'])('%j is none', (line) => {
    expect(commandWords(line)).toBeUndefined();
  });

  test('whatever is put in single quotes comes out as it was', () => {
    const word = fc.string().map((text) => text.replaceAll("'", ''));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(commandWords(words.map((each) => `'${each}'`).join(' '))).toEqual(words);
      }),
    );
  });
});

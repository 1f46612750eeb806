import { describe, expect, test } from 'vitest';
import {
  createByteSanitizer,
  createLineSanitizer,
  inline,
  join,
  logLines,
  type SafeText,
  safe,
} from '../../src/render/safe-text.js';

const colored = (text: string) => logLines(text, { color: true });
const plain = (text: string) => logLines(text, { color: false });

describe('safe', () => {
  test('puts safe values and numbers between own words', () => {
    expect(safe`${inline('load')} is at ${78} %`).toBe('load is at 78 %');
  });

  test('takes own words as they are, with their line ends and colours', () => {
    expect(safe`a\n\x1b[1m${inline('b')}\x1b[22m`).toBe('a\n\x1b[1mb\x1b[22m');
  });

  test('does not take text that nobody made safe', () => {
    // @ts-expect-error A plain string is not a SafeText.
    expect(safe`${'text'}`).toBe('text');
  });

  test('parts are joined with nothing, or with an own separator', () => {
    const parts = ['a', 'b', 'c'].map(inline);
    expect(join(parts)).toBe('abc');
    expect(join(parts, safe` · `)).toBe('a · b · c');
  });
});

describe('inline', () => {
  test('leaves ordinary text of every language as it is', () => {
    const text = 'Yükleme ışığı: データの読み込み ⚠️ 100 % "ok" \\x1b <b>';
    expect(inline(text)).toBe(text);
  });

  test.each([
    ['line ends', 'a\nb\r\nc', String.raw`a\nb\nc`],
    ['a tab, as a space', 'a\tb', 'a b'],
    ['a carriage return', 'rm\recho', String.raw`rm\x0decho`],
    ['NUL, BS, BEL and DEL', '\x00\b\x07\x7f', String.raw`\x00\x08\x07\x7f`],
    ['C1 characters that begin no sequence', 'a\u0085b\u009c', String.raw`a\x85b\x9c`],
    ['an ESC that begins no sequence', 'a\x1bé\x1b', String.raw`a\x1bé\x1b`],
    ['an unfinished CSI', 'a\x1b[31', String.raw`a\x1b[31`],
    ['a right-to-left override', 'txt.\u202eexe', 'txt.<U+202E>exe'],
    ['a zero-width joiner between letters', 'ad\u200dmin', 'ad<U+200D>min'],
    ['a soft hyphen and a Hangul filler', 'a\u00adb\u3164', 'a<U+00AD>b<U+3164>'],
    ['tags', 'a\u{e0041}', 'a<U+E0041>'],
    ['variation selectors that select nothing', 'a \ufe0f\u{e0100}', 'a <U+FE0F><U+E0100>'],
    ['a lone surrogate', 'a\ud83d', 'a<U+D83D>'],
  ])('shows %s', (_, text, shown) => {
    expect(inline(text)).toBe(shown);
  });

  test.each([
    ['colours', '\x1b[1;31mred\x1b[0m', 'red'],
    ['cursor movements', 'a\x1b[2J\x1b[Hb', 'ab'],
    ['titles and links', 'a\x1b]0;t\x07b\x1b]8;;u\x1b\\c', 'abc'],
    ['DCS, SOS, PM and APC', 'a\x1bPx\x1b\\b\x1bXx\x1b\\c\x1b^x\x1b\\d\x1b_x\x1b\\e', 'abcde'],
    ['their C1 forms', 'a\u009b31mb\u009d0;t\u009cc\u0090x\u009cd', 'abcd'],
    ['character sets and resets', 'a\x1b(0b\x1bcc', 'abc'],
  ])('drops %s', (_, text, rest) => {
    expect(inline(text)).toBe(rest);
  });

  test('shows that a control string did not end', () => {
    expect(inline('a\x1b]0;title')).toBe('a<ESC...>');
    expect(inline('a\x1b]0;title\nb')).toBe(String.raw`a<ESC...>\nb`);
    expect(inline('a\x1b]0;title\x1b[31mb')).toBe('a<ESC...>b');
  });

  test('a control string that does not end hides no more than 4,096 characters', () => {
    expect(inline(`\x1bP${'😀'.repeat(4_096)}rest`)).toBe('<ESC...>rest');
    expect(inline(`\x1bP${'😀'.repeat(4_096)}\x1b\\rest`)).toBe('rest');
  });

  test('is not misled by the byte 9C inside a character', () => {
    expect(inline('a\x1b]0;\u2733 title\x07b')).toBe('ab');
  });

  test('cuts after 64 KiB with a mark', () => {
    const long = inline('é'.repeat(40_000));
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(65_536);
    expect(long.endsWith('éé<...64 KiB>')).toBe(true);
    expect(inline('a'.repeat(65_536))).toHaveLength(65_536);
  });
});

describe('logLines', () => {
  test('gives a line for each line of the text', () => {
    expect(plain('one\ntwo\r\nthree\n')).toEqual(['one', 'two', 'three']);
    expect(plain('one\n\ntwo')).toEqual(['one', '', 'two']);
    expect(plain('')).toEqual(['']);
  });

  test('keeps colours and ends them with their line', () => {
    expect(colored('\x1b[31mred\nnot\x1b[0m')).toEqual(['\x1b[31mred\x1b[0m', 'not']);
    expect(colored('\u009b1;38;5;9mred\x1b[22m thin')).toEqual([
      '\x1b[1;38;5;9mred\x1b[0;38;5;9m thin\x1b[0m',
    ]);
  });

  test('drops colours where there are none', () => {
    expect(plain('\x1b[31mred\x1b[0m \x1b[38;2;1;2;3mx')).toEqual(['red x']);
  });

  test.each([
    ['concealed', '\x1b[8mtext', 'text'],
    ['blinking or inverse', '\x1b[5;6;7mtext', 'text'],
    ['in the colour of its background', '\x1b[31;41mtext', '\x1b[31mtext\x1b[0m'],
    ['in it by another code', '\x1b[40m\x1b[38;5;16mtext', '\x1b[40m\x1b[0;38;5;16mtext\x1b[0m'],
    ['nearly in it', '\x1b[38;2;9;9;9;40mtext', '\x1b[38;2;9;9;9mtext\x1b[0m'],
    ['under 256-colour backgrounds', '\x1b[48;5;9;1mtext', '\x1b[1mtext\x1b[0m'],
  ])('text is never %s', (_, text, shown) => {
    expect(colored(text)).toEqual([shown]);
  });

  test('a background comes back when the text has another colour', () => {
    expect(colored('\x1b[31;41ma\x1b[37mb')).toEqual(['\x1b[31ma\x1b[0;37;41mb\x1b[0m']);
  });

  test('shows what would act, dimmed, and goes on in the colour before', () => {
    expect(colored('\x1b[1ma\x00\x00b')).toEqual(['\x1b[1ma\x1b[0;2m\\x00\\x00\x1b[0;1mb\x1b[0m']);
    expect(plain('10%\r20%')).toEqual(['10%\\x0d20%']);
  });

  test('keeps joiners in words and emoji, and shows them elsewhere', () => {
    const text = 'می\u200cخواهم ❤\ufe0f\u200d🔥';
    expect(plain(text)).toEqual([text]);
    expect(plain('a \u200d b\u200d')).toEqual(['a <U+200D> b<U+200D>']);
    expect(plain('\x1b[31m\u200db')).toEqual(['<U+200D>b']);
  });

  test('puts tabs at stops of eight columns, whatever the colour and the script', () => {
    expect(colored('a\tb\t\x1b[31m日本\tc')).toEqual(['a       b       \x1b[31m日本    c\x1b[0m']);
  });

  test('a line is cut after 64 KiB with a mark, the next one is whole', () => {
    const [long, next] = plain(`${'日'.repeat(30_000)}\nnext`);
    expect(long).toBe(`${'日'.repeat(21_845)}<...64 KiB>`);
    expect(next).toBe('next');
  });
});

describe('a stream of log text', () => {
  const read = (chunks: readonly string[]): SafeText[] => {
    const lines = createLineSanitizer({ color: true });
    return [...chunks.flatMap((chunk) => lines.feed(chunk)), ...lines.end()];
  };

  test('gives lines as they are finished', () => {
    const lines = createLineSanitizer({ color: false });
    expect(lines.feed('one\ntw')).toEqual(['one']);
    expect(lines.feed('o\r')).toEqual([]);
    expect(lines.feed('\nthree')).toEqual(['two']);
    expect(lines.end()).toEqual(['three']);
    expect(lines.end()).toEqual([]);
  });

  test('a sequence cut in two is one sequence', () => {
    expect(read(['a\x1b', ']0;ti', 'tle\x1b', '\\b\n'])).toEqual(['ab']);
  });

  test('an endless line takes no more than its 64 KiB', () => {
    const chunks = Array.from({ length: 100 }, () => 'a'.repeat(10_000));
    expect(read([...chunks, '\nnext'])).toEqual([`${'a'.repeat(65_536)}<...64 KiB>`, 'next']);
  });

  test('a CR behind 64 KiB is told from a CR LF', () => {
    const full = 'a'.repeat(65_536);
    expect(read([full, '\r', '\n'])).toEqual([full]);
    expect(read([full, '\r', 'x', '\n'])).toEqual([`${full}<...64 KiB>`]);
  });

  test('bytes are decoded over the edges of chunks, and bad ones become U+FFFD', () => {
    const bytes = createByteSanitizer({ color: false });
    expect(bytes.feed(Uint8Array.of(0xe6, 0x97))).toEqual([]);
    expect(bytes.feed(Uint8Array.of(0xa5, 0xff, 0x0a))).toEqual(['日\ufffd']);
    expect(bytes.feed(Uint8Array.of(0xe6))).toEqual([]);
    expect(bytes.end()).toEqual(['\ufffd']);
  });
});

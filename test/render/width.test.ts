import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inline, logLines, type SafeText, safe } from '../../src/render/safe-text.js';
import { pad, truncate, width, wrap } from '../../src/render/width.js';
import { hostileText } from '../helpers/hostile-text.js';

const RED = '\x1b[31m';
const red = (text: string) => `${RED}${text}\x1b[39m` as SafeText;

/** A line in colour as a log could have it. */
const coloredLine = hostileText.map((text) => logLines(text, { color: true })[0] as SafeText);

describe('width', () => {
  test.each([
    ['ASCII', 'stage 3', 7],
    ['Turkish', 'Çalışıyor', 9],
    ['a letter and a combining mark', 'e\u0301', 1],
    ['Japanese', '実行中', 6],
    ['half-width katakana', 'ﾊﾟ', 2],
    ['full-width Latin', 'ＡＢ', 4],
    ['kana with a combining mark', 'か\u3099', 2],
    ['a Hangul syllable of jamo', '각', 2],
    ['Hindi', 'क्षि', 3],
    ['blocks, lines and ellipses', '█▌─…·', 5],
    ['an emoji', '✅', 2],
    ['a symbol with an emoji selector', '⚠\ufe0f', 2],
    ['a flag', '🇯🇵', 2],
    ['joined emoji, as where they are drawn one by one', '👩\u200d👧', 4],
    ['nothing', '', 0],
  ])('of %s', (_, text, columns) => {
    expect(width(text as SafeText)).toBe(columns);
  });

  test('colours take no room', () => {
    expect(width(red('実行中'))).toBe(6);
    expect(width(red('running'))).toBe(7);
  });

  test('is what a terminal takes, for scripts and signs that terminals agree on', async () => {
    const terminal = new xterm.Terminal({ cols: 120, rows: 2, allowProposedApi: true });
    const columnsOf = (text: string) =>
      new Promise<number>((resolve) => {
        terminal.write(`\x1b[2J\x1b[H${text}`, () => resolve(terminal.buffer.active.cursorX));
      });
    const ranges = [
      [0x20, 0x7e],
      [0xa1, 0xac],
      [0xae, 0x24f],
      [0x370, 0x373],
      [0x390, 0x3ff],
      [0x400, 0x482],
      [0x2010, 0x2027],
      [0x2190, 0x21ff],
      [0x2500, 0x25ef],
      [0x2800, 0x28ff],
      [0x3001, 0x302d],
      [0x3041, 0x3096],
      [0x309b, 0x30ff],
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0xac00, 0xd7a3],
      [0xff01, 0xff9f],
      [0x20000, 0x20100],
    ] as const;
    for (const [first, last] of ranges) {
      for (let start = first; start <= last; start += 40) {
        const length = Math.min(40, last - start + 1);
        const text = String.fromCodePoint(...Array.from({ length }, (_, index) => start + index));
        expect([text, width(text as SafeText)]).toEqual([text, await columnsOf(text)]);
      }
    }
    terminal.dispose();
  });
});

describe('truncate', () => {
  test('leaves what fits, and ends what does not with an ellipsis', () => {
    expect(truncate(safe`loading`, 7)).toBe('loading');
    expect(truncate(safe`loading`, 5)).toBe('load…');
    expect(truncate(safe`loading`, 5, safe`...`)).toBe('lo...');
    expect(truncate(safe`loading`, 2, safe`...`)).toBe('lo');
    expect(truncate(safe`loading`, 1)).toBe('…');
    expect(truncate(safe`loading`, 0)).toBe('');
    expect(truncate(safe`loading`, Infinity)).toBe('loading');
  });

  test('never cuts a character in two', () => {
    expect(truncate('データ読み込み' as SafeText, 6)).toBe('デー…');
    expect(truncate('cafe\u0301s' as SafeText, 5)).toBe('cafe\u0301s');
    expect(truncate('cafe\u0301ss' as SafeText, 5)).toBe('cafe\u0301…');
    expect(truncate('🇯🇵🇹🇷' as SafeText, 3)).toBe('🇯🇵…');
    expect(truncate('𠮷𠮷' as SafeText, 3)).toBe('𠮷…');
  });

  test('keeps a family with four skin tones whole', () => {
    const family = '👨🏽\u200d👩🏽\u200d👧🏽\u200d👦🏽' as SafeText;
    expect(truncate(safe`${family}${family}`, 17)).toBe(`${family}…`);
    expect(truncate(family, 15)).toBe('…');
  });

  test('ends the colour, and gives it to the ellipsis', () => {
    expect(truncate(red('loading'), 5)).toBe(`${RED}load…\x1b[0m`);
    expect(truncate(safe`${red('load')}ing`, 6)).toBe(`${RED}load\x1b[0mi…`);
  });

  test('gives at most the columns, whatever the text', () => {
    fc.assert(
      fc.property(coloredLine, fc.integer({ min: 0, max: 30 }), (line, columns) => {
        expect(width(truncate(line, columns))).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('pad', () => {
  test('fills up to the columns, left or right', () => {
    expect(pad(safe`ab`, 4)).toBe('ab  ');
    expect(pad(safe`ab`, 4, 'right')).toBe('  ab');
    expect(pad(red('実行'), 5)).toBe(`${RED}実行\x1b[39m `);
    expect(pad(safe`ab`, Infinity)).toBe('ab');
  });

  test('cuts what is longer, and fills the column that half a character leaves', () => {
    expect(pad(safe`loading`, 5)).toBe('load…');
    expect(pad('データ' as SafeText, 4)).toBe('デ… ');
  });

  test('gives exactly the columns, whatever the text', () => {
    fc.assert(
      fc.property(coloredLine, fc.integer({ min: 0, max: 30 }), (line, columns) => {
        expect(width(pad(line, columns))).toBe(columns);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('wrap', () => {
  test('cuts at spaces, which are left out there', () => {
    expect(wrap(safe`waiting for the loader`, 11)).toEqual(['waiting for', 'the loader']);
    expect(wrap(safe`waiting  for`, 8)).toEqual(['waiting', 'for']);
    expect(wrap(safe`fits`, 10)).toEqual(['fits']);
    expect(wrap(safe``, 10)).toEqual(['']);
  });

  test('keeps line ends and indents', () => {
    expect(wrap(safe`one\n\n  two three`, 7)).toEqual(['one', '', '  two', 'three']);
  });

  test('cuts a word that is longer than a line', () => {
    expect(wrap(safe`at /var/lib/data/file`, 8)).toEqual(['at', '/var/lib', '/data/fi', 'le']);
  });

  test('cuts Japanese between characters, with no comma at the beginning of a line', () => {
    expect(wrap('データを読み込み、検証します。' as SafeText, 10)).toEqual([
      'データを読',
      'み込み、検',
      '証します。',
    ]);
    expect(wrap('読み込み中、検証' as SafeText, 10)).toEqual(['読み込み', '中、検証']);
    expect(wrap('Error: 接続できません' as SafeText, 12)).toEqual(['Error: 接続', 'できません']);
  });

  test.each([
    ['skin tones', `a${'🏽'.repeat(50)}`],
    ['joined emoji', '👩\u200d'.repeat(50)],
    ['joined letters', 'a\u200d'.repeat(50)],
    ['spacing marks', `क${'ि'.repeat(50)}`],
  ])('any number of %s still fits', (_, text) => {
    for (const row of wrap(text as SafeText, 20)) expect(width(row)).toBeLessThanOrEqual(20);
  });

  test('ends a colour with each line and begins it again on the next', () => {
    expect(wrap(safe`a ${red('long word')} b`, 6)).toEqual([
      `a ${RED}long\x1b[0m`,
      `${RED}word\x1b[0m b`,
    ]);
  });

  test('gives lines of at most the columns that hold the same text', () => {
    const spaceless = (text: string) => text.replace(/ /g, '');
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 12, max: 40 }), (text, columns) => {
        const line = inline(text);
        const rows = wrap(line, columns);
        for (const row of rows) expect(width(row)).toBeLessThanOrEqual(columns);
        expect(spaceless(rows.join(''))).toBe(spaceless(line));
      }),
      { numRuns: 1_000 },
    );
  });
});

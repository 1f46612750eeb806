import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSafeJson } from '../../src/output/safe-json.js';
import {
  createByteSanitizer,
  createLineSanitizer,
  inline,
  join,
  logLines,
  type SafeText,
  safe,
} from '../../src/render/safe-text.js';
import { pad, truncate, wrap } from '../../src/render/width.js';
import { hostileCorpus } from '../helpers/hostile-corpus.js';
import { hostileText } from '../helpers/hostile-text.js';
import { controlBytes } from '../helpers/no-control-bytes.js';
import { promise } from '../helpers/promise.js';

const lines = (text: string, color: boolean) => join(logLines(text, { color }), safe`\n`);

function streamed(chunks: readonly string[], color: boolean): SafeText[] {
  const sanitizer = createLineSanitizer({ color });
  return [...chunks.flatMap((chunk) => sanitizer.feed(chunk)), ...sanitizer.end()];
}

function decoded(chunks: readonly Uint8Array[], color: boolean): SafeText[] {
  const sanitizer = createByteSanitizer({ color });
  return [...chunks.flatMap((chunk) => sanitizer.feed(chunk)), ...sanitizer.end()];
}

/** Every way by which a text of somebody else becomes output. */
const renderers: Record<string, (text: string) => string> = {
  inline,
  'log lines in colour': (text) => lines(text, true),
  'log lines without colour': (text) => lines(text, false),
  stream: (text) => streamed([text], true).join('\n'),
  bytes: (text) => decoded([Buffer.from(text)], true).join('\n'),
  JSON: (text) => toSafeJson({ [text]: [text] }),
  'indented JSON': (text) => toSafeJson({ [text]: [text] }, 2),
  'cut line': (text) => truncate(lines(text, true), 5),
  'filled line': (text) => pad(lines(text, true), 12, 'right'),
  'wrapped line': (text) => wrap(lines(text, true), 7).join('\n'),
};

const hostileTexts = (count: number) =>
  fc.sample(hostileText, { numRuns: count, seed: 20_260_801 });

describe('the check itself', () => {
  test.each(hostileCorpus)('finds: $name', ({ text }) => {
    expect(controlBytes(text)).not.toEqual([]);
  });

  test('there are 36 payloads', () => {
    expect(hostileCorpus).toHaveLength(36);
  });
});

promise(
  'T1',
  'no control byte but our own colours',
  { full: 10_000, quick: 1_000 },
  ({ count, fail }) => {
    const texts = [...hostileCorpus.map(({ text }) => text), ...hostileTexts(count)];
    for (const [name, render] of Object.entries(renderers)) {
      for (const text of texts) {
        const found = controlBytes(render(text));
        if (found.length > 0)
          fail(`${name}: ${JSON.stringify(text)} leaves ${JSON.stringify(found)}`);
      }
    }
    return texts.length * Object.keys(renderers).length;
  },
);

promise('T2', 'splitting does not matter', { full: 1_500, quick: 1_500 }, ({ fail }) => {
  let cuts = 0;
  for (const { name, text } of hostileCorpus) {
    for (const whole of [text, `${text}\nnext\r\n`, `日本語 ${text} 😀`]) {
      const bytes = Buffer.from(whole);
      for (const color of [true, false]) {
        const expected = logLines(bytes.toString(), { color }).join('\n');
        for (let at = 0; at <= bytes.length; at += 1) {
          cuts += 1;
          const cut = decoded([bytes.subarray(0, at), bytes.subarray(at)], color).join('\n');
          if (cut !== expected) fail(`${name}, cut at ${at}: ${JSON.stringify(cut)}`);
        }
      }
    }
  }
  return cuts;
});

test('any text in any pieces gives the same lines as in one', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 5 }), fc.boolean(), (chunks, color) => {
      const whole = chunks.join('');
      if (whole === '') return;
      expect(streamed(chunks, color)).toEqual(logLines(whole, { color }));
      expect(streamed(whole.split(''), color)).toEqual(logLines(whole, { color }));
    }),
    { numRuns: 300 },
  );
});

const BIDI_CONTROL = [
  0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
];
const INVISIBLE = [0x200b, 0x200c, 0x200d, 0x2028, 0x2029, 0x2060, 0x2063, 0xfeff, 0xe0041, 0xdc00];
/** A character in the middle of each kind of field. In free text joiners are shown where they join nothing. */
const fields: Record<string, (character: string) => string> = {
  name: (character) => inline(`Data${character}Load`),
  id: (character) => inline(`0f8fad5b-d9cb-469f${character}-a165-70867728950e`),
  address: (character) => inline(`https://example.com/${character}path`),
  cell: (character) => pad(truncate(inline(`a${character}b`), 20), 20),
  'free text': (character) => lines(`read ${character} 100 records`, false),
};

promise(
  'T3',
  'bidirectional and invisible characters are shown',
  { full: 110, quick: 110 },
  ({ fail }) => {
    const characters = [...BIDI_CONTROL, ...INVISIBLE];
    for (const [field, render] of Object.entries(fields)) {
      for (const codePoint of characters) {
        const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
        const shown = render(String.fromCodePoint(codePoint));
        if (!shown.includes(`<U+${hex}>`)) fail(`${field}: U+${hex} in ${JSON.stringify(shown)}`);
      }
    }
    return characters.length * Object.keys(fields).length;
  },
);

/** What became of a terminal with three rows on it after something was printed below them. */
async function after(output: string) {
  const terminal = new xterm.Terminal({
    cols: 80,
    rows: 30,
    scrollback: 5_000,
    allowProposedApi: true,
  });
  let title: string | null = null;
  let reply = '';
  terminal.onTitleChange((text) => {
    title = text;
  });
  terminal.onData((data) => {
    reply += data;
  });
  await new Promise<void>((written) => {
    terminal.write(
      `first\r\nsecond\r\nthird\r\n${output.replaceAll('\n', '\r\n')}\x1b[0m`,
      written,
    );
  });
  const buffer = terminal.buffer.active;
  const rows = [0, 1, 2].map((row) => buffer.getLine(row)?.translateToString(true));
  const state = { title, reply, rows, screen: buffer.type };
  terminal.dispose();
  return state;
}

const UNTOUCHED = { title: null, reply: '', rows: ['first', 'second', 'third'], screen: 'normal' };

test('the terminal that judges is changed by what is printed as it is', async () => {
  expect(await after('\x1b]0;pwned\x07')).toMatchObject({ title: 'pwned' });
  expect(await after('\u009b6n')).toMatchObject({ reply: '\x1b[4;1R' });
  expect(await after('\x1b[2J\x1b[HFAKE')).toMatchObject({ rows: ['FAKE', '', ''] });
  expect(await after('\x1b[?1049h')).toMatchObject({ screen: 'alternate' });
});

promise(
  'T4',
  'the terminal is as it was',
  { full: 10_000, quick: 500 },
  async ({ count, fail }) => {
    const render = Object.values(renderers);
    const texts = [...hostileCorpus.map(({ text }) => text), ...hostileTexts(count)].slice(
      0,
      count,
    );
    for (const [index, text] of texts.entries()) {
      const output = render.map((renderer) => renderer(text)).join('\n');
      const state = await after(output);
      if (JSON.stringify(state) !== JSON.stringify(UNTOUCHED)) {
        fail(`${index}: ${JSON.stringify(text)} made it ${JSON.stringify(state)}`);
      }
    }
    return texts.length;
  },
);

test('a text made safe twice is the text made safe once', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(inline(inline(text))).toBe(inline(text));
    }),
    { numRuns: 2_000 },
  );
});

test('a field is one line', () => {
  fc.assert(fc.property(hostileText, (text) => !/[\r\n]/.test(inline(text))));
});

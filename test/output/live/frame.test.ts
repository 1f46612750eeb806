import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce, changeText } from '../../../src/output/live/frame.js';
import { belowPrinted, wholeScreen } from '../../../src/output/live/place.js';
import { createRow } from '../../../src/output/live/row.js';
import { inline, join, logLines, type SafeText, safe } from '../../../src/render/safe-text.js';
import { createTheme } from '../../../src/render/theme.js';
import { createEmulator } from '../../helpers/emulator.js';

const COLUMNS = 24;
const theme = createTheme(1);

const rowsOf = (lines: readonly SafeText[]) => lines.map((line) => createRow(line, COLUMNS));

const change = (before: readonly SafeText[], after: readonly SafeText[]): SafeText =>
  changeText({ before: rowsOf(before), after: rowsOf(after), columns: COLUMNS }, belowPrinted);

const lines = (...texts: string[]): SafeText[] => texts.map(inline);

/** Pieces of text as views write them: wide and joined characters, colours, spaces that are seen and that are not. */
const piece = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('a', 'b', '12', ' ', '   ', '漢', '字', 'は', '█', '░'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('e\u0301', '👍', '👨\u200d👩\u200d👧', '🇯🇵', '☺\ufe0f', '　'),
    },
  )
  .map((text) => logLines(text, { color: false })[0] ?? safe``);
const painted = fc
  .tuple(fc.constantFrom(theme.plain, theme.bad, theme.strong, theme.faint), piece)
  .map(([paint, text]) => paint(text));
const underlined = piece.map((text) => safe`\x1b[4m${text}\x1b[24m`);
const line = fc
  .array(fc.oneof({ weight: 9, arbitrary: painted }, { weight: 1, arbitrary: underlined }), {
    maxLength: 14,
  })
  .map((pieces) => join(pieces));
const frame = fc.array(line, { maxLength: 8 });

/** The next frame mostly resembles the one before, as a clock or a counter makes it. */
const frames = fc
  .tuple(
    frame,
    fc.array(fc.oneof(frame, fc.tuple(fc.nat(7), line)), { minLength: 5, maxLength: 5 }),
  )
  .map(([first, changes]) => {
    const all = [first];
    for (const each of changes) {
      const before = all.at(-1) ?? [];
      all.push(
        typeof each[0] === 'number'
          ? before.map((old, row) => (row === each[0] ? (each[1] as SafeText) : old))
          : (each as SafeText[]),
      );
    }
    return all;
  });

test('only what has changed of a line is written', () => {
  expect(change(lines('Elapsed 12m 33s', 'x'), lines('Elapsed 12m 34s', 'x'))).toBe(
    '\x1b7\x1b[2A\x1b[14G4\x1b8',
  );
  expect(change(lines('same', 'lines'), lines('same', 'lines'))).toBe('');
});

test('a frame in which only the clock moved takes no more than 64 bytes, wherever it stands', () => {
  const filler = Array.from({ length: 45 }, (_, row) => inline(`${row} `.padEnd(20, 'x')));
  const clock = (time: string): SafeText[] => [
    safe`${theme.faint(inline('Elapsed'))} ${theme.strong(inline(time))}`,
    ...filler,
  ];
  const text = atOnce(change(clock('12m 59s'), clock('13m 00s')));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64);
  expect(text.startsWith('\x1b[?2026h')).toBe(true);
  expect(text.endsWith('\x1b[?2026l')).toBe(true);
});

test('two clocks in two lines still take no more than 64 bytes', () => {
  const both = (elapsed: string, left: string) =>
    lines(`Elapsed    ${elapsed}`, `Remaining  ${left}`, ...Array<string>(20).fill('row'));
  const text = atOnce(change(both('12m 33s', '8m 27s'), both('12m 34s', '8m 26s')));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64);
});

test('a colour is changed only where it has to be, and the terminal takes its own back', () => {
  const clocks = (first: string, second: string): SafeText[] => [
    theme.faint(inline(`Elapsed ${first}`)),
    theme.faint(inline(`Remaining ${second}`)),
  ];
  expect(change(clocks('1m 33s', '2m 10s'), clocks('1m 34s', '2m 09s'))).toBe(
    '\x1b7\x1b[2A\x1b[13G\x1b[2m4\x1b[B09\x1b8',
  );
});

test('behind a character whose width terminals do not agree on, a line is written to its end', () => {
  expect(change(lines('👍 12%'), lines('👍 13%'))).toBe('\x1b7\x1b[A\r👍 13%\x1b[K\x1b8');
  expect(change(lines('12% 👍'), lines('13% 👍'))).toBe('\x1b7\x1b[A\x1b[2G3\x1b8');
});

test('a line that was longer is cleared to its end, from a column of its own', () => {
  expect(change(lines('abc'), lines('ab'))).toBe('\x1b7\x1b[A\x1b[3G\x1b[K\x1b8');
  const full = change(lines('漢'.repeat(12)), lines('👍'.repeat(12)));
  expect(full).toBe(`\x1b7\x1b[A\r${'👍'.repeat(11)}…\x1b[K\x1b8`);
});

test('more lines make room below, fewer are cleared', () => {
  expect(change(lines('a'), lines('a', 'b'))).toBe('\n\x1b7\x1b[A\rb\x1b8');
  expect(change(lines('a', 'b', 'c'), lines('a'))).toBe('\x1b[2A\x1b[J');
});

test('what is new comes before what is taken away', () => {
  expect(change(lines('a', ''), lines('', 'b'))).toBe('\x1b7\x1b[A\rb\x1b[A\r\x1b[K\x1b8');
  expect(change(lines('a'), lines('    b'))).toBe('\x1b7\x1b[A\x1b[5Gb\r    \x1b8');
});

test('any frame painted over any other is the same as painted on an empty screen', () => {
  fc.assert(
    fc.property(frames, (all) => {
      const changed = createEmulator(COLUMNS, 12);
      let before: SafeText[] = [];
      for (const after of all) {
        changed.write(atOnce(change(before, after)));
        before = after;
        const fresh = createEmulator(COLUMNS, 12);
        fresh.write(
          rowsOf(after)
            .map(({ text }) => `${text}\n`)
            .join(''),
        );
        expect(changed.looks()).toEqual(fresh.looks());
      }
    }),
    { numRuns: 60 },
  );
});

test('on the alternate screen as well', () => {
  fc.assert(
    fc.property(frames, (all) => {
      const changed = createEmulator(COLUMNS, 8);
      changed.write('\x1b[?1049h');
      let before: SafeText[] = [];
      for (const after of all) {
        const rows = { before: rowsOf(before), after: rowsOf(after), columns: COLUMNS };
        changed.write(atOnce(changeText(rows, wholeScreen)));
        before = after;
        const fresh = createEmulator(COLUMNS, 9);
        fresh.write(
          rowsOf(after)
            .map(({ text }) => `${text}\n`)
            .join(''),
        );
        expect(changed.looks()).toEqual(fresh.looks().slice(0, 8));
      }
    }),
    { numRuns: 50 },
  );
});

test('no byte of a frame leaves fewer lines on the screen than there are before or after it', () => {
  fc.assert(
    fc.property(frames, (all) => {
      const terminal = createEmulator(COLUMNS, 12);
      const filled = () => terminal.screen().filter((text) => text !== '').length;
      let before: SafeText[] = [];
      for (const after of all) {
        const text = change(before, after);
        const was = filled();
        const fewest = [...text].map((character) => {
          terminal.write(character);
          return filled();
        });
        expect(Math.min(...fewest, was)).toBeGreaterThanOrEqual(Math.min(was, filled()));
        before = after;
      }
    }),
    { numRuns: 60 },
  );
});

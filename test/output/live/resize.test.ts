import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPainter } from '../../../src/output/live/painter.js';
import { inline, type SafeText } from '../../../src/render/safe-text.js';
import { pad } from '../../../src/render/width.js';
import { createEmulator } from '../../helpers/emulator.js';

/** Lines of which each says to which frame it belongs, some as wide as the room, some with wide characters. */
const frameOf = (round: number, { columns }: { columns: number }, rows: number): SafeText[] =>
  Array.from({ length: rows }, (_, row) => {
    const filler = row % 2 === 0 ? '漢'.repeat(columns) : 'x'.repeat(columns);
    return pad(inline(`${round}:${row} ${filler}`), Math.ceil(columns / ((row % 3) + 1)));
  });

const lines = (...texts: string[]): SafeText[] => texts.map(inline);

function start(columns: number, rows: number, above: number, environment = {}) {
  const terminal = createEmulator(columns, rows);
  const printed = Array.from({ length: above }, (_, row) => `printed ${row}`);
  terminal.write(printed.map((text) => `${text}\n`).join(''));
  const painter = createPainter(terminal.output, (undo) => undo, { environment });
  return { terminal, painter, printed };
}

test('a window that was made narrower leaves no remnants', async () => {
  const { terminal, painter, printed } = start(40, 20, 2);
  await painter.paint(lines('a'.repeat(40), 'b'.repeat(40)));
  terminal.resize(15, 20);
  await painter.paint(lines('short', 'lines'));
  expect(terminal.screen()).toEqual([...printed, 'short', 'lines']);
});

test('a window that was made wider is painted anew', async () => {
  const { terminal, painter, printed } = start(20, 20, 2);
  await painter.paint(lines('a'.repeat(40), 'b'.repeat(40)));
  terminal.resize(50, 20);
  await painter.paint(lines('a'.repeat(40), 'b'.repeat(40)));
  expect(terminal.screen()).toEqual([...printed, 'a'.repeat(40), 'b'.repeat(40)]);
});

test('what a lower window pushed over its upper edge is gone when it becomes higher again', async () => {
  const { terminal, painter, printed } = start(40, 20, 2);
  const tall = Array.from({ length: 17 }, (_, row) => inline(`line ${row}`));
  await painter.paint(tall);
  terminal.resize(40, 8);
  await painter.paint(lines('now', 'folded'));
  expect(terminal.screen()).toEqual(['now', 'folded']);
  terminal.resize(40, 20);
  await painter.paint(tall);
  expect(terminal.screen()).toEqual([...printed, ...tall]);
});

test('a terminal that cuts lines instead of breaking them keeps what stands above', async () => {
  const { terminal, painter, printed } = start(40, 20, 2, { XTERM_VERSION: 'XTerm(390)' });
  await painter.paint(lines('a'.repeat(14), 'b'.repeat(14)));
  terminal.resize(15, 20);
  await painter.paint(lines('short', 'lines'));
  expect(terminal.screen()).toEqual([...printed, 'short', 'lines']);
});

test('lines that are printed above stay, whatever the window does after it', async () => {
  const { terminal, painter } = start(40, 12, 0);
  await painter.paint(lines(...Array<string>(11).fill('x'.repeat(39))));
  terminal.resize(20, 6);
  await painter.paint(lines('frame'));
  painter.printAbove(lines('a note'));
  await painter.paint(lines('frame'));
  terminal.resize(40, 12);
  await painter.paint(lines('frame'));
  expect(terminal.screen().slice(-2)).toEqual(['a note', 'frame']);
});

test('a storm of resizes leaves the last frame on the screen and nothing of those before', async () => {
  const step = fc.record({
    columns: fc.integer({ min: 20, max: 300 }),
    rows: fc.integer({ min: 2, max: 50 }),
    share: fc.constantFrom(1, 1, 0.5, 0.1),
    isPainted: fc.boolean(),
  });
  const storm = fc.array(step, { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(storm, fc.nat(8), async (steps, above) => {
      const { terminal, painter, printed } = start(80, 24, above);
      for (const [round, { columns, rows, share, isPainted }] of steps.entries()) {
        terminal.resize(columns, rows);
        if (!isPainted) continue;
        const room = painter.room();
        const frame = frameOf(round, room, Math.ceil(room.rows * share));
        await painter.paint(frame);
        const seen = terminal.screen();
        const above = seen.slice(0, seen.length - frame.length);
        expect(above.filter((text) => !printed.includes(text))).toEqual([]);
        expect(seen.slice(above.length)).toEqual(frame.map((text) => text.trimEnd()));
        expect(terminal.all().slice(0, printed.length)).toEqual(printed);
      }
    }),
    { numRuns: 15 },
  );
});

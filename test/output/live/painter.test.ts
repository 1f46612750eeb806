import xterm from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPainter } from '../../../src/output/live/painter.js';
import type { OutputPort } from '../../../src/ports/io.js';
import { inline, type SafeText } from '../../../src/render/safe-text.js';

/** A terminal emulator that a painter paints on. */
function emulator(columns: number, rows: number) {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
  });
  const writes: string[] = [];
  const undone: (() => void)[] = [];
  const output: OutputPort = {
    isTTY: true,
    columns: () => terminal.cols,
    rows: () => terminal.rows,
    colorLevel: 0,
    write: (text) => {
      writes.push(text);
      return new Promise((resolve) => terminal.write(text, resolve));
    },
    writeBytes: async () => {},
    closed: new AbortController().signal,
  };
  const painter = createPainter(output, (undo) => {
    undone.push(undo);
    return undo;
  });
  const screen = (): string[] => {
    const lines = Array.from({ length: terminal.buffer.active.length }, (_, row) =>
      (terminal.buffer.active.getLine(row)?.translateToString(true) ?? '').trimEnd(),
    );
    while (lines.at(-1) === '') lines.pop();
    return lines;
  };
  return { terminal, painter, writes, screen, undone };
}

const lines = (...texts: string[]): SafeText[] => texts.map(inline);

test('a frame is painted over the frame before, below what stands there', async () => {
  const { terminal, painter, screen } = emulator(40, 10);
  terminal.write('$ jobtrack demo\r\n');
  await painter.paint(lines('one', 'two'));
  await painter.paint(lines('one', 'TWO', 'three'));
  expect(screen()).toEqual(['$ jobtrack demo', 'one', 'TWO', 'three']);
  await painter.paint(lines('last'));
  expect(screen()).toEqual(['$ jobtrack demo', 'last']);
});

test('a frame is one write, and none when nothing has changed', async () => {
  const { painter, writes } = emulator(40, 10);
  await painter.paint(lines('a', 'b'));
  const before = writes.length;
  await painter.paint(lines('a', 'c'));
  expect(writes.length).toBe(before + 1);
  expect(writes.at(-1)).not.toContain('a');
  await painter.paint(lines('a', 'c'));
  expect(writes.length).toBe(before + 1);
});

test('a frame is never taller or wider than the terminal', async () => {
  const { painter, screen, terminal } = emulator(20, 5);
  await painter.paint(lines(...Array.from({ length: 30 }, (_, i) => `${i} ${'x'.repeat(50)}`)));
  await painter.paint(lines(...Array.from({ length: 30 }, (_, i) => `${i} ${'y'.repeat(50)}`)));
  expect(screen()).toEqual(['0', '1', '2', '3'].map((row) => `${row} ${'y'.repeat(17)}…`));
  expect(terminal.buffer.active.baseY).toBe(0);
});

test('the cursor is hidden while it paints and given back at the end', async () => {
  const { painter, writes, undone } = emulator(40, 10);
  await painter.paint(lines('a'));
  expect(writes[0]).toBe('\x1b[?25l');
  expect(undone).toHaveLength(1);
  await painter.end(lines('a', 'b'));
  expect(writes.at(-1)).toBe('\x1b[?25h');
});

test('the last frame is shown whole, also where it is taller than the terminal', async () => {
  const { painter, screen } = emulator(20, 4);
  await painter.paint(lines('1', '2', '3', '4', '5'));
  expect(screen()).toEqual(['1', '2', '3']);
  await painter.end(lines('one', 'two', 'three', 'four', 'five'));
  expect(screen()).toEqual(['one', 'two', 'three', 'four', 'five']);
});

test('a window that was made narrower leaves no remnants', async () => {
  const { painter, screen, terminal } = emulator(40, 20);
  await painter.paint(lines('a'.repeat(40), 'b'.repeat(40)));
  terminal.resize(15, 20);
  await painter.paint(lines('short', 'lines'));
  expect(screen()).toEqual(['short', 'lines']);
});

test('a thousand frames of any lines leave the last one on the screen and nothing else', async () => {
  const { painter, screen, terminal } = emulator(30, 12);
  const frame = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '漢', ' ') }), {
    maxLength: 15,
  });
  let last: SafeText[] = [];
  for (const texts of fc.sample(frame, { numRuns: 1000, seed: 7 })) {
    last = texts.map(inline);
    await painter.paint(last);
  }
  await painter.paint(lines('the', 'end'));
  expect(screen()).toEqual(['the', 'end']);
  expect(terminal.buffer.active.baseY).toBe(0);
});

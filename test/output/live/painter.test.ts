import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPainter, type PainterOptions } from '../../../src/output/live/painter.js';
import { inline, type SafeText } from '../../../src/render/safe-text.js';
import { createEmulator } from '../../helpers/emulator.js';

const lines = (...texts: string[]): SafeText[] => texts.map(inline);

/** A painter on an emulator below a shell's prompt, and what the program would undo if it died. */
function start(columns: number, rows: number, options: PainterOptions = {}) {
  const terminal = createEmulator(columns, rows);
  terminal.write('$ jobtrack\n');
  const undoings = new Set<() => void>();
  const undoable = (undo: () => void) => {
    undoings.add(undo);
    return () => {
      if (undoings.delete(undo)) undo();
    };
  };
  const painter = createPainter(terminal.output, undoable, {
    environment: { TERM: 'xterm-256color' },
    ...options,
  });
  const die = (): void => {
    for (const undo of undoings) undo();
  };
  return { terminal, painter, die };
}

test('a frame is painted over the frame before, below what stands there', async () => {
  const { terminal, painter } = start(40, 10);
  await painter.paint(lines('one', 'two'));
  await painter.paint(lines('one', 'TWO', 'three'));
  expect(terminal.screen()).toEqual(['$ jobtrack', 'one', 'TWO', 'three']);
  await painter.paint(lines('last'));
  expect(terminal.screen()).toEqual(['$ jobtrack', 'last']);
});

test('a frame is one write, also the first one, and none when nothing has changed', async () => {
  const { painter, terminal } = start(40, 10);
  await painter.paint(lines('a', 'b'));
  expect(terminal.writes).toEqual([
    '\x1b[?2026h\x1b[?25l\n\n\x1b7\x1b[2A\ra\x1b[B\rb\x1b8\x1b[?2026l',
  ]);
  await painter.paint(lines('a', 'c'));
  expect(terminal.writes).toHaveLength(2);
  await painter.paint(lines('a', 'c'));
  expect(terminal.writes).toHaveLength(2);
});

test('a frame is never taller or wider than the terminal', async () => {
  const { painter, terminal } = start(20, 5);
  await painter.paint(lines(...Array.from({ length: 30 }, (_, i) => `${i} ${'x'.repeat(50)}`)));
  await painter.paint(lines(...Array.from({ length: 30 }, (_, i) => `${i} ${'y'.repeat(50)}`)));
  expect(terminal.screen()).toEqual(['0', '1', '2', '3'].map((row) => `${row} ${'y'.repeat(17)}…`));
  expect(terminal.all()[0]).toBe('$ jobtrack');
});

test('a thousand frames of any lines leave the last one on the screen, and nothing has scrolled off it', async () => {
  const { painter, terminal } = start(30, 12);
  const line = fc.string({ unit: fc.constantFrom('a', 'b', '漢', ' '), maxLength: 40 });
  let tallest = 0;
  for (const texts of fc.sample(fc.array(line, { maxLength: 15 }), { numRuns: 1000, seed: 7 })) {
    await painter.paint(lines(...texts));
    tallest = Math.max(tallest, Math.min(11, texts.length));
    expect(terminal.scrolledOff()).toBe(Math.max(0, tallest + 2 - 12));
  }
  await painter.paint(lines('the', 'end'));
  expect(terminal.all()).toEqual(['$ jobtrack', 'the', 'end']);
});

test('a line with a line end in it is two lines', async () => {
  const { painter, terminal } = start(20, 8);
  await painter.paint(['one\ntwo' as SafeText, inline('three')]);
  await painter.paint(['one\nTWO' as SafeText, inline('three')]);
  expect(terminal.screen()).toEqual(['$ jobtrack', 'one', 'TWO', 'three']);
});

test('the last frame is shown whole, also where it is taller than the terminal', async () => {
  const { painter, terminal } = start(20, 4);
  await painter.paint(lines('1', '2', '3', '4', '5'));
  expect(terminal.screen()).toEqual(['1', '2', '3']);
  await painter.end(lines('one', 'two', 'three', 'four', 'five'));
  expect(terminal.all()).toEqual(['$ jobtrack', 'one', 'two', 'three', 'four', 'five']);
});

test('what is printed while it paints stands above the frame, in the same write', async () => {
  const { painter, terminal } = start(20, 8);
  await painter.paint(lines('frame', 'below'));
  painter.printAbove(lines('a note that is longer than the terminal is wide'));
  await painter.paint(lines('frame', 'BELOW'));
  expect(terminal.screen()).toEqual([
    '$ jobtrack',
    'a note that is longe',
    'r than the terminal',
    'is wide',
    'frame',
    'BELOW',
  ]);
  expect(terminal.writes).toHaveLength(2);
  painter.printAbove(lines('last note'));
  await painter.end(lines('done'));
  expect(terminal.screen().slice(-2)).toEqual(['last note', 'done']);
});

test('title, taskbar and cursor are set with the first frame and given back with the last', async () => {
  const { painter, terminal } = start(40, 10);
  const marks = { title: inline('62% Import'), taskbar: { kind: 'normal', percent: 62 } } as const;
  await painter.paint(lines('a'), marks);
  expect(terminal.writes[0]).toContain(
    '\x1b[22;0t\x1b]2;62% Import\x07\x1b]9;4;1;62\x07\x1b[?2026l',
  );
  await painter.paint(lines('a'), { ...marks, title: inline('63% Import') });
  expect(terminal.writes[1]).toBe('\x1b[?2026h\x1b]2;63% Import\x07\x1b[?2026l');
  await painter.end(lines('b'));
  expect(terminal.writes[2]).toBe(
    '\x1b[?2026h\x1b]2;\x07\x1b[23;0t\x1b]9;4;0\x07\x1b7\x1b[A\rb\x1b8\x1b[?25h\x1b[?2026l',
  );
});

test('the bell rings once', async () => {
  const { painter, terminal } = start(40, 10);
  painter.ring();
  await painter.paint(lines('a'));
  await painter.paint(lines('b'));
  expect(terminal.writes.map((text) => text.includes('\x07'))).toEqual([true, false]);
});

test('a program that dies gives everything back, and paints no more', async () => {
  const { painter, terminal, die } = start(40, 10);
  await painter.paint(lines('frame'), { title: inline('title') });
  die();
  expect(terminal.writes[1]).toBe('\x1b[?2026h\x1b]2;\x07\x1b[23;0t\x1b[?25h\x1b[?2026l');
  terminal.write('an error\n');
  await painter.paint(lines('again'));
  await painter.end(lines('again'));
  expect(terminal.screen()).toEqual(['$ jobtrack', 'frame', 'an error']);
});

test('fullscreen leaves what stood there as it was, and the last frame below it', async () => {
  const { painter, terminal } = start(20, 4, { fullscreen: true });
  await painter.paint(lines('1', '2', '3', '4', '5'));
  expect(terminal.screen()).toEqual(['1', '2', '3', '4']);
  painter.printAbove(lines('a note'));
  await painter.paint(lines('1', '2'));
  expect(terminal.screen()).toEqual(['1', '2']);
  await painter.end(lines('done'));
  expect(terminal.screen()).toEqual(['$ jobtrack', 'a note', 'done']);
});

test('fullscreen leaves the last frame also when the program dies', async () => {
  const { painter, terminal, die } = start(20, 6, { fullscreen: true });
  await painter.paint(lines('frame', 'and more'));
  die();
  expect(terminal.screen()).toEqual(['$ jobtrack', 'frame', 'and more']);
  expect(terminal.writes.at(-1)).toContain('\x1b[?25h');
});

test('a program that is stopped leaves no frame behind, and paints a new one when it goes on', async () => {
  const { painter, terminal } = start(40, 10);
  await painter.paint(lines('frame', 'of two'), { title: inline('title') });
  painter.suspend();
  await painter.paint(lines('hidden'));
  expect(terminal.writes[1]).toBe(
    '\x1b[?2026h\x1b]2;\x07\x1b[23;0t\x1b[2A\r\x1b[K\x1b[B\x1b[J\x1b[A\x1b[?25h\x1b[?2026l',
  );
  terminal.write('[1]+  Stopped\n$ fg\njobtrack\n');
  painter.resume();
  await painter.paint(lines('frame', 'of two'), { title: inline('title') });
  expect(terminal.writes.at(-1)).toContain('\x1b[?25l');
  expect(terminal.writes.at(-1)).toContain('\x1b]2;title\x07');
  const shell = ['$ jobtrack', '[1]+  Stopped', '$ fg', 'jobtrack'];
  expect(terminal.screen()).toEqual([...shell, 'frame', 'of two']);
});

test('a program that ends in the background writes its last lines where the shell is, and nothing else', async () => {
  const { painter, terminal } = start(40, 10);
  await painter.paint(lines('frame'));
  painter.suspend();
  terminal.write('$ bg\n');
  painter.resume();
  await painter.end(lines('done'));
  expect(terminal.screen()).toEqual(['$ jobtrack', '$ bg', 'done']);
  expect(terminal.writes.at(-1)).toBe('done\n');
});

test('a stop that could not be seen coming leaves the old frame where it is', async () => {
  const { painter, terminal } = start(40, 10);
  await painter.paint(lines('frame'));
  terminal.write('[1]+  Stopped\n$ fg\n');
  painter.resume();
  await painter.paint(lines('frame'));
  expect(terminal.screen()).toEqual(['$ jobtrack', 'frame', '[1]+  Stopped', '$ fg', 'frame']);
});

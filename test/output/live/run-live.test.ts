import { expect, test } from 'vitest';
import { runLive } from '../../../src/output/live/run-live.js';
import type { Live, LiveOptions, Screen } from '../../../src/output/live/types.js';
import { inline, type SafeText, safe } from '../../../src/render/safe-text.js';
import { createEmulator } from '../../helpers/emulator.js';
import { createFakeTerminal } from '../../helpers/fake-terminal.js';
import { createHandClock } from '../../helpers/hand-clock.js';

const SECOND = 1_000;
const START_MS = Date.parse('2024-01-20T10:45:33.250Z');

const clockTime = (nowMs: number): SafeText => inline(new Date(nowMs).toISOString().slice(11, 23));

interface Setting extends Omit<LiveOptions, 'draw'> {
  draw?: (screen: Screen) => SafeText[];
  isInFront?: boolean;
}

/** A live view whose frame is the time and a line that a test sets, on an emulator with a clock that stands still. */
async function start({ isInFront, draw, ...options }: Setting = {}) {
  const emulator = createEmulator(40, 10);
  emulator.write('$ jobtrack\n');
  const clock = createHandClock(START_MS);
  const terminal = createFakeTerminal(isInFront);
  const state = { text: safe`first` };
  const drawn: Screen[] = [];
  const live: Live = runLive(
    {
      io: { stdout: emulator.output },
      clock,
      terminal,
      environment: { TERM: 'xterm-256color' },
      undoable: (undo) => undo,
    },
    {
      draw: (screen) => {
        drawn.push(screen);
        return { lines: draw?.(screen) ?? [clockTime(screen.nowMs), state.text] };
      },
      ...options,
    },
  );
  await clock.advance(0);
  return { emulator, clock, terminal, state, drawn, live };
}

test('the first frame is there at once, and the clock moves with each whole second without being asked', async () => {
  const { emulator, clock, live } = await start();
  expect(emulator.screen()).toEqual(['$ jobtrack', '10:45:33.000', 'first']);
  await clock.advance(749);
  expect(emulator.writes).toHaveLength(1);
  await clock.advance(1);
  expect(emulator.screen()[1]).toBe('10:45:34.000');
  await clock.advance(10 * SECOND);
  expect(emulator.screen()[1]).toBe('10:45:44.000');
  expect(emulator.writes).toHaveLength(12);
  await live.end();
});

test('a frame in which only the clock moved takes no more than 64 bytes', async () => {
  const { emulator, clock, live } = await start();
  await clock.advance(60 * SECOND);
  const bytes = emulator.writes.slice(1).map((text) => Buffer.byteLength(text));
  expect(bytes).toHaveLength(60);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(64);
  await live.end();
});

test('what is invalidated is shown at once, but not more than 15 times a second', async () => {
  const { emulator, clock, live, state, drawn } = await start();
  await clock.advance(100);
  state.text = safe`answer`;
  live.invalidate();
  await clock.advance(0);
  expect(emulator.screen()[2]).toBe('answer');
  const before = drawn.length;
  for (let millisecond = 0; millisecond < 1_000; millisecond += 1) {
    state.text = inline(`answer ${millisecond}`);
    live.invalidate();
    await clock.advance(1);
  }
  expect(drawn.length - before).toBeLessThanOrEqual(16);
  expect(drawn.length - before).toBeGreaterThanOrEqual(12);
  await clock.advance(100);
  expect(emulator.screen()[2]).toBe('answer 999');
  await live.end();
});

test('a frame between two seconds does not move the clock', async () => {
  const { clock, live, drawn } = await start();
  await clock.advance(500);
  live.invalidate();
  await clock.advance(0);
  expect(drawn.map(({ nowMs }) => nowMs % SECOND)).toEqual([0, 0]);
  expect(drawn[1]?.nowMs).toBe(drawn[0]?.nowMs);
  await live.end();
});

test('a machine whose clock is set back goes on painting', async () => {
  const { emulator, clock, live } = await start();
  await clock.advance(-3_600 * SECOND);
  live.invalidate();
  await clock.advance(2 * SECOND);
  expect(emulator.screen()[1]).toBe('09:45:35.000');
  await live.end();
});

test('the frame is told the room there is', async () => {
  const { emulator, clock, terminal, drawn, live } = await start();
  expect(drawn[0]).toMatchObject({ columns: 40, rows: 9 });
  emulator.resize(30, 6);
  terminal.resized();
  await clock.advance(100);
  expect(drawn[1]).toMatchObject({ columns: 30, rows: 5 });
  await live.end();
});

test('a window that is being dragged is painted when it stands still', async () => {
  const { emulator, clock, terminal, live, drawn } = await start();
  for (let columns = 39; columns > 25; columns -= 1) {
    emulator.resize(columns, 10);
    terminal.resized();
    await clock.advance(16);
  }
  expect(drawn).toHaveLength(1);
  await clock.advance(50);
  expect(drawn).toHaveLength(2);
  expect(emulator.screen()).toEqual(['$ jobtrack', '10:45:33.000', 'first']);
  await live.end();
});

test('keys go to the handler until the end', async () => {
  const keys: string[] = [];
  const { terminal, live } = await start({ onKey: (key) => keys.push(key) });
  terminal.type('q', 'up');
  await live.end();
  terminal.type('x');
  expect(keys).toEqual(['q', 'up']);
});

test('nothing listens any more after the end, and its methods do nothing', async () => {
  const { emulator, terminal, live, clock } = await start({ onKey: () => {} });
  expect(terminal.listeners()).toBe(4);
  await live.end([safe`done`]);
  expect(terminal.listeners()).toBe(0);
  const { length } = emulator.writes;
  live.invalidate();
  live.printAbove([safe`late`]);
  await live.end([safe`again`]);
  await clock.advance(5 * SECOND);
  expect(emulator.writes).toHaveLength(length);
  expect(emulator.screen()).toEqual(['$ jobtrack', 'done']);
});

test('without last lines of its own the end leaves what was shown last', async () => {
  const { emulator, live } = await start();
  await live.end();
  expect(emulator.screen()).toEqual(['$ jobtrack', '10:45:33.000', 'first']);
  expect(emulator.writes.at(-1)).toContain('\x1b[?25h');
});

test('what others write to stderr stands above the frame', async () => {
  const { emulator, clock, terminal, live } = await start();
  expect(terminal.note(safe`a trace\n`)).toBe(true);
  terminal.note(safe`an unfinished line`);
  await clock.advance(100);
  expect(emulator.screen()).toEqual([
    '$ jobtrack',
    'a trace',
    'an unfinished line',
    '10:45:33.000',
    'first',
  ]);
  await live.end();
});

test('while it is stopped nothing is drawn, and then all of it anew', async () => {
  const { emulator, clock, terminal, live, drawn } = await start();
  terminal.stop();
  live.invalidate();
  await clock.advance(10 * SECOND);
  expect(drawn).toHaveLength(1);
  expect(emulator.screen()).toEqual(['$ jobtrack']);
  emulator.write('[1]+ Stopped\n$ fg\n');
  terminal.goOn();
  await clock.advance(0);
  expect(emulator.screen()).toEqual([
    '$ jobtrack',
    '[1]+ Stopped',
    '$ fg',
    '10:45:43.000',
    'first',
  ]);
  await live.end();
});

test('in the background nothing is drawn until it comes to the front again', async () => {
  const { emulator, clock, terminal, live } = await start({ isInFront: false });
  await clock.advance(10 * SECOND);
  expect(emulator.writes).toEqual([]);
  terminal.goOn(false);
  await clock.advance(10 * SECOND);
  expect(emulator.writes).toEqual([]);
  terminal.goOn(true);
  await clock.advance(0);
  expect(emulator.screen()).toEqual(['$ jobtrack', '10:45:53.000', 'first']);
  await live.end();
});

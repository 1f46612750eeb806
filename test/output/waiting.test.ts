import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { spinWhile } from '../../src/output/waiting.js';
import type { Clock } from '../../src/ports/clock.js';
import { inline } from '../../src/render/safe-text.js';

/** A clock whose waits end when the test says so. */
function heldClock(): { clock: Clock; pass: () => void } {
  let pass = (): void => {};
  const clock: Clock = {
    now: () => 0,
    sleep: (_durationMs, signal) =>
      new Promise((resolve, reject) => {
        pass = resolve;
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  };
  return { clock, pass: () => pass() };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setUp() {
  const held = heldClock();
  const events: string[] = [];
  const ending = new AbortController();
  const spinning = {
    clock: held.clock,
    ending: ending.signal,
    colors: 0 as const,
    text: inline('waiting'),
    spin: async () => {
      events.push('shown');
      return () => void events.push('taken away');
    },
  };
  return { ...held, events, ending, spinning };
}

test('a quick answer shows no spinner', async () => {
  const { spinning, events } = setUp();
  expect(await spinWhile(Promise.resolve('answer'), spinning)).toBe('answer');
  expect(events).toEqual([]);
});

test('a slow answer shows one, and takes it away', async () => {
  const { spinning, events, pass } = setUp();
  let answer = (_text: string): void => {};
  const waiting = spinWhile(new Promise<string>((resolve) => (answer = resolve)), spinning);
  pass();
  await nextTurn();
  expect(events).toEqual(['shown']);
  answer('at last');
  expect(await waiting).toBe('at last');
  expect(events).toEqual(['shown', 'taken away']);
});

test('a failure takes it away, too', async () => {
  const { spinning, events, pass } = setUp();
  let fail = (_error: Error): void => {};
  const waiting = spinWhile(new Promise((_resolve, reject) => (fail = reject)), spinning);
  pass();
  await nextTurn();
  fail(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  expect(events).toEqual(['shown', 'taken away']);
});

test('the end of the program takes it away before the answer comes', async () => {
  const { spinning, events, pass, ending } = setUp();
  void spinWhile(new Promise(() => {}), spinning);
  pass();
  await nextTurn();
  ending.abort();
  await nextTurn();
  expect(events).toEqual(['shown', 'taken away']);
});

/** What a signal holds on to: listeners, and the signals that were made from it. */
function heldBy(signal: AbortSignal): number {
  const hidden = Object.getOwnPropertySymbols(signal).map((key) => Reflect.get(signal, key));
  const sets = hidden.map((value) => (value as { size?: unknown } | undefined)?.size);
  return sets.reduce<number>(
    (sum, size) => sum + (typeof size === 'number' ? size : 0),
    getEventListeners(signal, 'abort').length,
  );
}

test('the signal of the program, which lives for hours in a watch, holds nothing of a wait that is over', async () => {
  const { spinning, ending } = setUp();
  const before = heldBy(ending.signal);
  for (let wait = 0; wait < 20; wait += 1) await spinWhile(Promise.resolve(wait), spinning);
  expect(heldBy(ending.signal)).toBe(before);
});

test('a program that is already ending shows none', async () => {
  const { spinning, events, pass, ending } = setUp();
  ending.abort();
  const waiting = spinWhile(Promise.resolve('answer'), spinning);
  pass();
  expect(await waiting).toBe('answer');
  expect(events).toEqual([]);
});

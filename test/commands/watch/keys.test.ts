import { describe, expect, test } from 'vitest';
import { type Knobs, turn } from '../../../src/commands/watch/keys.js';

const knobs: Knobs = {
  intervalMs: 2_000,
  isPaused: false,
  panels: { logs: true, timeline: false, metrics: false, dependencies: false, help: false },
};

/** The knobs after some keys. */
const after = (keys: string, from = knobs): Knobs | 'quit' =>
  [...keys].reduce<Knobs | 'quit'>((now, key) => (now === 'quit' ? now : turn(now, key)), from);

test('q quits', () => {
  expect(after('q')).toBe('quit');
});

test('p pauses, and goes on', () => {
  expect(after('p')).toEqual({ ...knobs, isPaused: true });
  expect(after('pp')).toEqual(knobs);
});

test.each([
  ['l', 'logs'],
  ['t', 'timeline'],
  ['m', 'metrics'],
  ['d', 'dependencies'],
  ['?', 'help'],
] as const)('%s switches: %s', (key, panel) => {
  expect(after(key)).toEqual({
    ...knobs,
    panels: { ...knobs.panels, [panel]: !knobs.panels[panel] },
  });
  expect(after(key + key)).toEqual(knobs);
});

describe('the interval', () => {
  /** Every interval that a key leads to, one after the other. */
  function steps(key: '+' | '-', fromMs: number): number[] {
    const next = turn({ ...knobs, intervalMs: fromMs }, key);
    if (next === 'quit' || next.intervalMs === fromMs) return [];
    return [next.intervalMs, ...steps(key, next.intervalMs)];
  }

  test('grows with + up to a minute', () => {
    expect(steps('+', 250)).toEqual([500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000]);
  });

  test('shrinks with - down to 250 milliseconds', () => {
    expect(steps('-', 60_000)).toEqual([30_000, 10_000, 5_000, 2_000, 1_000, 500, 250]);
  });

  test('goes to the next step from one that is none, and stays where it is beyond the last', () => {
    expect(steps('+', 3_000)[0]).toBe(5_000);
    expect(steps('-', 3_000)[0]).toBe(2_000);
    expect(steps('+', 600_000)).toEqual([]);
    expect(steps('-', 600_000)[0]).toBe(60_000);
  });
});

test('Escape closes the help, and does nothing else', () => {
  const open = turn(knobs, '?');
  expect(open === 'quit' ? open : turn(open, 'escape')).toEqual(knobs);
  expect(turn(knobs, 'escape')).toBe(knobs);
});

test('any other key means nothing', () => {
  for (const key of ['x', 'Q', 'up', '漢', 'constructor', 'toString']) {
    expect(turn(knobs, key)).toBe(knobs);
  }
});

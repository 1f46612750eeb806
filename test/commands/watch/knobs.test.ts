import { expect, test } from 'vitest';
import { createKnobs } from '../../../src/commands/watch/knobs.js';
import { JOB, OTHER } from './events.js';

const watching = {
  client: {} as never,
  jobIds: [JOB],
  until: 'all',
  failFast: false,
  timeoutMs: undefined,
  waitForStartMs: undefined,
  intervalMs: 2_000,
  logLevel: 'ERROR',
} as const;

test('a watch asks what the knobs say, and is told when one is turned', () => {
  const { controls, press } = createKnobs(watching);
  let turns = 0;
  const stop = controls.onChange(() => {
    turns += 1;
  });
  expect([controls.intervalMs(), controls.isPaused()]).toEqual([2_000, false]);
  press('+');
  press('p');
  expect([controls.intervalMs(), controls.isPaused()]).toEqual([5_000, true]);
  press('t');
  press('m');
  press('d');
  expect([...controls.panels()].sort()).toEqual(['dependencies', 'metrics', 'timeline']);
  expect(turns).toBe(5);
  press('x');
  expect(turns).toBe(5);
  stop();
  press('p');
  expect(turns).toBe(5);
});

test('the log is followed at the level that was asked for, or not at all', () => {
  const { controls, press } = createKnobs(watching);
  expect(controls.logLevel()).toBe('ERROR');
  press('l');
  expect(controls.logLevel()).toBeUndefined();
  press('l');
  expect(controls.logLevel()).toBe('ERROR');
});

test('of several jobs there are no panels, and no log until it is asked for', () => {
  const several = { ...watching, jobIds: [JOB, OTHER], logLevel: undefined };
  const { controls, press, now } = createKnobs(several);
  press('t');
  press('m');
  expect([...controls.panels()]).toEqual([]);
  expect(controls.logLevel()).toBeUndefined();
  press('l');
  expect(controls.logLevel()).toBe('WARN');
  expect(now().panels.logs).toBe(true);
});

test('q is for the view, and turns nothing', () => {
  const { press, now } = createKnobs(watching);
  const before = now();
  expect(press('q')).toBe('quit');
  expect(now()).toBe(before);
});

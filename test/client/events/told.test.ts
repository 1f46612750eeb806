import { expect, test } from 'vitest';
import { createTold } from '../../../src/client/events/told.js';

const event = (id: string | undefined, sequence?: number) => ({
  type: 'warning',
  timestamp: '',
  ...(id === undefined ? {} : { id }),
  ...(sequence === undefined ? {} : { sequence }),
});

test('an event is told once by its id, and one without an id by its number', () => {
  const told = createTold();
  expect([event('a', 1), event('b', 2), event('a', 1), event('b', 3)].map(told.note)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const numbered = createTold();
  expect(
    [event(undefined, 1), event(undefined, 2), event(undefined, 1)].map(numbered.note),
  ).toEqual([true, true, false]);
  // Nothing tells one of these from another.
  expect([event(undefined), event(undefined)].map(numbered.note)).toEqual([true, true]);
});

test('what comes is resumed behind the newest event, or where the subscription began', () => {
  const told = createTold();
  expect(told.last()).toBeUndefined();
  told.startAt(7);
  expect(told.last()).toBe(7);
  told.note(event('a', 9));
  told.startAt(8);
  expect(told.last()).toBe(9);
  // A job that was registered anew begins again with 1.
  told.note(event('b', 1));
  expect(told.last()).toBe(1);
});

test('as many ids are remembered as any repetition goes back, and no more', () => {
  const told = createTold();
  for (let id = 0; id < 10_001; id += 1) told.note(event(`${id}`));
  expect(told.note(event('1'))).toBe(false);
  expect(told.note(event('0'))).toBe(true);
});

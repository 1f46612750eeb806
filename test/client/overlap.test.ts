import { expect, test } from 'vitest';
import { withoutKnown } from '../../src/client/overlap.js';

const entry = (message: string, details: Record<string, unknown> = {}) => ({
  timestamp: 'T',
  message,
  details,
});

test('each known entry stands for one equal entry, at the start of the page', () => {
  const page = ['a', 'b', 'a', 'c'].map((text) => entry(text));
  expect(withoutKnown(page, [entry('a')], 'start').map(({ message }) => message)).toEqual([
    'b',
    'a',
    'c',
  ]);
});

test('or at its end', () => {
  const page = ['a', 'b', 'a', 'c'].map((text) => entry(text));
  expect(withoutKnown(page, [entry('a')], 'end').map(({ message }) => message)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('the order of keys makes no difference, any value does', () => {
  const known = [entry('a', { x: 1, y: { p: 1, q: [1, 2] } })];
  expect(withoutKnown([entry('a', { y: { q: [1, 2], p: 1 }, x: 1 })], known, 'start')).toEqual([]);
  expect(withoutKnown([entry('a', { x: 1, y: { p: 1, q: [2, 1] } })], known, 'start')).toHaveLength(
    1,
  );
});

import { expect, test } from 'vitest';
import { createPace } from '../../../src/server/demo/pace.js';

const files = Array.from({ length: 100 }, (_, index) => ({ path: `/${index}`, bytes: 100_000 }));

test('half of the time for a quarter of the files: half of them will be read', () => {
  const pace = createPace(files);
  for (let read = 0; read < 25; read += 1) pace.advance();
  expect(pace.total(5_000, 5_000)).toBe(50);
});

test('it never foretells less than is done, nor more than there is', () => {
  const pace = createPace(files);
  pace.advance();
  expect(pace.total(1_000, -500)).toBe(1);
  expect(pace.total(1, 1_000_000)).toBe(100);
});

test('without a file there is nothing to foretell', () => {
  expect(createPace([]).total(0, 1_000)).toBe(0);
});

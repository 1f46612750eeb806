import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLastItems } from '../../src/domain/last-items.js';

test('the last items are kept in their order', () => {
  const last = createLastItems<number>(3);
  for (const item of [1, 2, 3, 4, 5]) last.add(item);
  expect(last.all()).toEqual([3, 4, 5]);
});

test('the last items are those that slice would give', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), (items, count) => {
      const last = createLastItems<number>(count);
      for (const item of items) last.add(item);
      expect(last.all()).toEqual(items.slice(-count));
    }),
  );
});

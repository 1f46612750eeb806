import { expect, test } from 'vitest';
import { shortIdLength } from '../../src/domain/short-ids.js';

test('eight characters are enough for most', () => {
  expect(shortIdLength(['aa0e8400-e29b', 'cc0e8400-e29b'])).toBe(8);
  expect(shortIdLength([])).toBe(8);
});

test('there are more where more are needed to tell the ids apart', () => {
  expect(shortIdLength(['00000000-0001', '00000000-0002', 'b'])).toBe(13);
});

import { expect, it } from 'vitest';
import { parseRate } from '../../src/domain/rate.js';

it.each([
  ['1250 records/second', 1250],
  ['1250 kayıt/saniye', 1250],
  ['12.5 records/s', 12.5],
  ['0 件/秒', 0],
  ['1,250 records/second', undefined],
  ['1250', undefined],
  ['2.3 GB', undefined],
  [null, undefined],
])('%s is %s records a second', (words, rate) => {
  expect(parseRate(words)).toBe(rate);
});

import { expect, it } from 'vitest';
import { extraFields } from '../../src/domain/extra-fields.js';

it('what an object holds beyond its known fields is told by path', () => {
  const value = { known: 1, gpu: { usage: 12, names: ['a', 'b'] }, empty: null };
  expect(extraFields(value, ['known'])).toEqual([
    { path: 'gpu.usage', value: 12 },
    { path: 'gpu.names', value: 'a, b' },
    { path: 'empty', value: null },
  ]);
});

it('no object holds nothing', () => {
  expect(extraFields(null, [])).toEqual([]);
  expect(extraFields(undefined, [])).toEqual([]);
});

it('a field named __proto__ is a field', () => {
  expect(extraFields(JSON.parse('{"__proto__": 1}'), [])).toEqual([
    { path: '__proto__', value: 1 },
  ]);
});

import { expect, test } from 'vitest';
import { entryDetails } from '../../src/domain/log-details.js';

test('details come first, then the fields that the API does not document', () => {
  const entry = {
    timestamp: '2024-01-20T10:41:10Z',
    sequence: 7,
    host: 'node-3',
    message: 'm',
    details: { memory: { used: '3.8 GB' }, retry: true },
  };
  expect(entryDetails(entry)).toEqual([
    { path: 'memory.used', value: '3.8 GB' },
    { path: 'retry', value: true },
    { path: 'host', value: 'node-3' },
  ]);
});

test('an entry without details has none', () => {
  expect(entryDetails({ timestamp: '2024-01-20T10:41:10Z', details: null })).toEqual([]);
});

test('a detail named __proto__ is a detail like any other', () => {
  const entry = JSON.parse('{"timestamp":"t","details":{"__proto__":{"a":1}},"constructor":2}');
  expect(entryDetails(entry)).toEqual([
    { path: '__proto__.a', value: 1 },
    { path: 'constructor', value: 2 },
  ]);
});

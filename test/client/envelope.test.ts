import { expect, test } from 'vitest';
import { unwrapEnvelope } from '../../src/client/envelope.js';

test('a success inside of data is taken out, as the same object', () => {
  const inner = { jobs: [] };
  expect(unwrapEnvelope({ data: inner, metadata: {}, pagination: { page: 1 } }, 'jobs')).toBe(
    inner,
  );
});

test.each([
  ['a body with its own field data', { jobs: [], data: { jobs: [1] } }],
  ['data without the key of this endpoint', { data: { logs: [] } }],
  ['data that is a list', { data: [{ jobs: [] }] }],
  ['a list', [{ data: { jobs: [] } }]],
  ['nothing', null],
  ['a text', 'data'],
])('%s is left as it is', (_what, body) => {
  expect(unwrapEnvelope(body, 'jobs')).toBe(body);
});

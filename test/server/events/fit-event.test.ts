import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SubscriptionEvent } from '../../../src/contract/index.js';
import { EVENT_BYTES_MAX, fitEvent } from '../../../src/server/events/fit-event.js';

const event = (data: Record<string, unknown>): SubscriptionEvent => ({
  id: 'id-1',
  type: 'error',
  jobId: 'cc0e8400-e29b-41d4-a716-446655440000',
  jobName: 'Nightly',
  timestamp: '2024-01-20T10:30:00Z',
  sequence: 7,
  data,
});

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

test('an event that is short enough stays as it is', () => {
  const short = event({ message: 'x'.repeat(19_000) });
  expect(fitEvent(short)).toBe(short);
});

test('a long message is cut, and both it and the event say so', () => {
  const { data, ...rest } = fitEvent(event({ component: 'Loader', message: 'x'.repeat(65_536) }));
  expect(data).toEqual({ component: 'Loader', message: `${'x'.repeat(8_000)}…` });
  expect(rest).toEqual({ ...event({}), data: undefined, truncated: true });
});

test('a character that takes two places is cut off whole', () => {
  const { data } = fitEvent(event({ message: `a${'🚀'.repeat(6_000)}` }));
  const message = String(data?.['message']);
  expect([message.length, message.slice(-3)]).toEqual([1 + 2 * 3_999 + 1, '🚀…']);
});

test('many and deeply nested details are cut until they fit', () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => ({ row: index, values: [[[1]]] }));
  const { data } = fitEvent(event({ message: 'bad rows', rows }));
  expect(data).toEqual({ message: 'bad rows', rows: rows.slice(0, 100) });
});

test('details that fit in no measure are left out', () => {
  const nested = Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [`${index}${'\0'.repeat(99)}`, '\0'.repeat(99)]),
  );
  const details = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index, nested]));
  expect(fitEvent(event(details))).toEqual({ ...event({}), truncated: true });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }), fc.nat(9_000))
    .map(([text, times]) => text.repeat(times)),
);

test('any event is short enough, and keeps who it is', () => {
  const values = fc.object({ maxDepth: 3, key: anyText, values: [anyText, fc.double()] });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 30 }), (details, times) => {
      const { data: _, ...who } = event({});
      const fit = fitEvent(event({ details, list: Array(times).fill(details) }));
      expect(bytes(fit)).toBeLessThan(EVENT_BYTES_MAX);
      expect(fit).toMatchObject(who);
    }),
    { numRuns: 20 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkTarget } from '../../src/client/link.js';

const asked = new URL('https://jobs.example.com/base/job/1/progress');
const target = (header: string | undefined): string | undefined =>
  linkTarget(header, 'events', asked);

test.each([
  ['<events>; rel="events"', 'https://jobs.example.com/base/job/1/events'],
  ['</x/events>;rel=events', 'https://jobs.example.com/x/events'],
  ['<https://other.example/e>; rel="next Events"', 'https://other.example/e'],
  [
    '<a>; rel="next", <b>; title="x, y; rel=none"; REL = "events"',
    'https://jobs.example.com/base/job/1/b',
  ],
  ['<a>; rel="next",<b>; rel=events, <c>; rel=events', 'https://jobs.example.com/base/job/1/b'],
])('%s leads to %s', (header, expected) => {
  expect(target(header)).toBe(expected);
});

test.each([
  undefined,
  '',
  'events',
  '<events>',
  '<a>; rel=event',
  '<a>; title="rel=events"',
  '<http://[>; rel=events',
  '<a; rel=events',
])('%s leads nowhere', (header) => {
  expect(target(header)).toBeUndefined();
});

test('no header holds it up or breaks it', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('<', '>', '"', ';', ',', '=', 'rel', ' ', 'a'),
        maxLength: 400,
      }),
      (text) => {
        target(text);
      },
    ),
  );
  const startMs = performance.now();
  for (const piece of ['<', '<a>', '<a>;"', ';', '"', ' ']) target(piece.repeat(100_000));
  expect(performance.now() - startMs).toBeLessThan(1_000);
});

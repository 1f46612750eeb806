import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createServerClock } from '../../../src/client/watch/server-clock.js';
import { createFakeClock } from '../../helpers/fake-clock.js';

/** What a server whose clock is ahead by so much writes into its Date. */
const dateOf = (nowMs: number, aheadMs: number): number =>
  Math.floor((nowMs + aheadMs) / 1000) * 1000;

it('a clock that may well be right is taken to be right', () => {
  const clock = createFakeClock(1_000_400);
  const server = createServerClock(clock);
  expect([server.skewMs(), server.now()]).toEqual([0, 1_000_400]);
  server.learn(clock.now(), 1_000_000);
  expect(server.skewMs()).toBe(0);
  server.learn(clock.now(), undefined);
  expect(server.skewMs()).toBe(0);
});

it('a clock that is wrong is known ever better, and never runs backwards by much', () => {
  const aheadMs = 7_200_300;
  const clock = createFakeClock(1_000_000);
  const server = createServerClock(clock);
  const errors = Array.from({ length: 50 }, () => {
    clock.advance(2017);
    server.learn(clock.now(), dateOf(clock.now(), aheadMs));
    return Math.abs(server.skewMs() - aheadMs);
  });
  expect(Math.max(...errors)).toBeLessThanOrEqual(1000);
  expect(errors.at(-1)).toBeLessThan(50);
});

it('a clock that is set anew is learned anew', () => {
  const clock = createFakeClock(1_000_000);
  const server = createServerClock(clock);
  for (const aheadMs of [60_000, 60_000, -3_600_000]) {
    clock.advance(2000);
    server.learn(clock.now(), dateOf(clock.now(), aheadMs));
  }
  expect(Math.abs(server.skewMs() + 3_600_000)).toBeLessThanOrEqual(1000);
});

it('is never further off than a second and the time that an answer takes', () => {
  const step = fc.record({ pauseMs: fc.nat(20_000), tookMs: fc.nat(3000), at: fc.nat(3000) });
  fc.assert(
    fc.property(
      fc.integer({ min: -1e8, max: 1e8 }),
      fc.array(step, { minLength: 1 }),
      (aheadMs, steps) => {
        const clock = createFakeClock(1_000_000_000);
        const server = createServerClock(clock);
        let leastTookMs = Number.POSITIVE_INFINITY;
        for (const { pauseMs, tookMs, at } of steps) {
          clock.advance(pauseMs);
          const sentMs = clock.now();
          const stampedMs = dateOf(sentMs + Math.min(at, tookMs), aheadMs);
          clock.advance(tookMs);
          server.learn(sentMs, stampedMs);
          leastTookMs = Math.min(leastTookMs, tookMs);
          expect(Math.abs(server.skewMs() - aheadMs)).toBeLessThanOrEqual(1000 + leastTookMs);
        }
      },
    ),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeliveryRecord } from '../../../src/server/store/records.js';
import {
  ATTEMPT_DELAYS_MS,
  afterAttempt,
  FAILING_MAX_MS,
} from '../../../src/server/webhooks/schedule.js';
import { answered } from './delivering.js';

const HOUR_MS = 3_600_000;
const nowMs = Date.parse('2024-01-20T10:45:33Z');
const place = { sequence: 5, told: [['Load', 12]] } as const;

const waiting: DeliveryRecord = {
  settledSequence: 3,
  told: [],
  delivered: 2,
  givenUp: 0,
  attempts: 1,
  dueAtMs: nowMs,
  failingSinceMs: nowMs - 5_000,
  lastFailure: 'HTTP 500',
};

const first: DeliveryRecord = {
  settledSequence: 3,
  told: [],
  delivered: 2,
  givenUp: 0,
  attempts: 0,
  dueAtMs: nowMs,
};

test('the schedule is that of Standard Webhooks, three days in all', () => {
  const inWords = ATTEMPT_DELAYS_MS.map((delayMs) =>
    delayMs < 60_000
      ? `${delayMs / 1_000} s`
      : delayMs < HOUR_MS
        ? `${delayMs / 60_000} m`
        : `${delayMs / HOUR_MS} h`,
  );
  expect(inWords).toEqual([
    '0 s',
    '5 s',
    '5 m',
    '30 m',
    '2 h',
    '5 h',
    '10 h',
    '14 h',
    '20 h',
    '24 h',
  ]);
});

describe('after a success', () => {
  test.each([200, 201, 202, 204, 299])(
    '%i: the event is dealt with, and the next one is due',
    (status) => {
      const step = afterAttempt(waiting, place, answered(status), { nowMs, random: 0.5 });
      expect(step).toEqual({
        delivery: {
          settledSequence: 5,
          told: [['Load', 12]],
          delivered: 3,
          givenUp: 0,
          attempts: 0,
          dueAtMs: nowMs,
        },
      });
    },
  );
});

describe('after a failure', () => {
  test.each([
    [answered(500), 'HTTP 500'],
    [answered(302), 'HTTP 302'],
    [answered(100), 'HTTP 100'],
    [{ kind: 'failed', reason: 'time-out' } as const, 'time-out'],
  ])('%j: the event waits for its next attempt', (outcome, lastFailure) => {
    const { delivery, trouble } = afterAttempt(first, place, outcome, { nowMs, random: 0.5 });
    expect(trouble).toBeUndefined();
    expect(delivery).toEqual({
      ...first,
      attempts: 1,
      failingSinceMs: nowMs,
      lastFailure,
      dueAtMs: nowMs + 5_000,
    });
  });

  test('the wait is longer or shorter by a fifth at most, and never shorter than what was asked for', () => {
    const attempts = fc.integer({ min: 0, max: ATTEMPT_DELAYS_MS.length - 2 });
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const pause = fc.option(fc.nat(30 * HOUR_MS), { nil: undefined });
    fc.assert(
      fc.property(attempts, random, pause, (before, chance, pauseMs) => {
        const outcome = answered(503, pauseMs);
        const { delivery } = afterAttempt({ ...first, attempts: before }, place, outcome, {
          nowMs,
          random: chance,
        });
        const waitMs = (delivery.dueAtMs ?? 0) - nowMs;
        const delayMs = ATTEMPT_DELAYS_MS[before + 1] ?? Number.NaN;
        expect(waitMs).toBeGreaterThanOrEqual(Math.max(0.8 * delayMs, pauseMs ?? 0));
        expect(waitMs).toBeLessThanOrEqual(Math.max(1.2 * delayMs, pauseMs ?? 0));
      }),
    );
  });

  test('a pause that would never end counts as five days', () => {
    const outcome = answered(429, Number.MAX_VALUE);
    const { delivery } = afterAttempt(first, place, outcome, { nowMs, random: 0.5 });
    expect(delivery.dueAtMs).toBe(nowMs + FAILING_MAX_MS);
  });

  test('the tenth gives the event up: the next one is due, after the pause that was asked for', () => {
    const tenth = { ...waiting, attempts: 9 };
    const step = afterAttempt(tenth, place, answered(503, 60_000), { nowMs, random: 0.5 });
    expect(step).toEqual({
      trouble: 'given-up',
      delivery: {
        ...tenth,
        settledSequence: 5,
        told: [['Load', 12]],
        givenUp: 1,
        attempts: 0,
        lastFailure: 'HTTP 503',
        dueAtMs: nowMs + 60_000,
      },
    });
  });

  test('410 ends everything at once, and five days of failure do as well', () => {
    const gone = afterAttempt(first, place, answered(410), { nowMs, random: 0.5 });
    expect(gone.trouble).toBe('gone');
    expect(gone.delivery).toMatchObject({ disabledAtMs: nowMs, disabledReason: 'gone' });
    expect(gone.delivery).not.toHaveProperty('dueAtMs');
    const sinceMs = (failingSinceMs: number) =>
      afterAttempt({ ...waiting, failingSinceMs }, place, answered(500), { nowMs, random: 0.5 });
    expect(sinceMs(nowMs - FAILING_MAX_MS + 1).trouble).toBeUndefined();
    expect(sinceMs(nowMs - FAILING_MAX_MS)).toMatchObject({
      trouble: 'failing',
      delivery: { disabledReason: 'failing', settledSequence: 3 },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitAfterAnswer, waitAfterFailure } from '../../../src/client/watch/governor.js';

const calm = (more: Partial<Parameters<typeof waitAfterAnswer>[0]> = {}): number =>
  waitAfterAnswer({
    ...{ askedMs: 2000, tookMs: 0, quietLooks: 0, toEndMs: undefined, random: 0.5 },
    ...more,
  });
const trouble = (more: Partial<Parameters<typeof waitAfterFailure>[0]> = {}): number =>
  waitAfterFailure({
    ...{ askedMs: 2000, failures: 1, retryAfterMs: undefined, random: 0.5 },
    ...more,
  });

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const asked = fc.integer({ min: 250, max: 3_600_000 });

describe('after an answer', () => {
  it('the pace is what was asked for, a tenth more or less', () => {
    expect([calm({ random: 0 }), calm(), calm({ random: 1 })]).toEqual([1800, 2000, 2200]);
  });

  it('counts from the beginning of the look, but lets a slow server rest', () => {
    expect(calm({ tookMs: 300 })).toBe(1700);
    expect(calm({ tookMs: 5000 })).toBe(1000);
  });

  it.each([
    [0, 2000],
    [14, 2000],
    [15, 4000],
    [29, 4000],
    [30, 8000],
    [1000, 8000],
  ])('%i quiet looks make it %i ms', (quietLooks, waitMs) => {
    expect(calm({ quietLooks })).toBe(waitMs);
  });

  it('is never slowed down beyond 15 seconds, and kept where slower was asked for', () => {
    expect(calm({ askedMs: 5000, quietLooks: 100 })).toBe(15_000);
    expect(calm({ askedMs: 60_000, quietLooks: 100 })).toBe(60_000);
  });

  it.each([
    [600_000, 8000],
    [35_000, 5000],
    [31_000, 2000],
    [30_000, 2000],
    [0, 2000],
    [-30_000, 2000],
    [-31_000, 8000],
  ])('is quick again %i ms before the expected end: %i ms', (toEndMs, waitMs) => {
    expect(calm({ quietLooks: 100, toEndMs })).toBe(waitMs);
  });

  it('is never quicker than a tenth below what was asked for', () => {
    fc.assert(
      fc.property(
        ...[asked, fc.nat(100), fc.option(fc.integer(), { nil: undefined }), fraction],
        (askedMs, quietLooks, toEndMs, random) => {
          expect(calm({ askedMs, quietLooks, toEndMs, random })).toBeGreaterThanOrEqual(
            Math.floor(askedMs * 0.9),
          );
        },
      ),
    );
  });

  it('is four times a second at most', () => {
    expect(calm({ askedMs: 1, random: 0.5 })).toBe(250);
  });
});

describe('after a failure', () => {
  it('lies between the pace and twice as much for each failure, 30 seconds at most', () => {
    const ranges = [1, 2, 3, 4, 5, 50].map((failures) => [
      trouble({ failures, random: 0 }),
      trouble({ failures, random: 1 }),
    ]);
    expect(ranges).toEqual([
      [2000, 4000],
      [2000, 8000],
      [2000, 16_000],
      [2000, 30_000],
      [2000, 30_000],
      [2000, 30_000],
    ]);
    expect(trouble({ askedMs: 60_000, failures: 9 })).toBe(60_000);
  });

  it('is never shorter than what the server asks for, nor than the pace', () => {
    const retryAfterMs = fc.option(fc.nat(100_000_000), { nil: undefined });
    fc.assert(
      fc.property(asked, fc.nat(50), retryAfterMs, fraction, (askedMs, failures, least, random) => {
        const waitMs = trouble({ askedMs, failures, retryAfterMs: least, random });
        expect(waitMs).toBeGreaterThanOrEqual(Math.max(askedMs, least ?? 0));
      }),
    );
  });

  it('differs from watch to watch also where the server says when', () => {
    expect([0, 0.5].map((random) => trouble({ retryAfterMs: 60_000, random }))).toEqual([
      60_000, 61_000,
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en/index.js';
import { ja } from '../../src/i18n/ja/index.js';
import { tr } from '../../src/i18n/tr/index.js';
import { steadyCountdown, steadyDuration, steadyWidest } from '../../src/render/steady.js';
import { width } from '../../src/render/width.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('a length of time that ticks', () => {
  it.each([
    [-5000, '0s'],
    [0, '0s'],
    [999, '0s'],
    [9000, '9s'],
    [59_999, '59s'],
    [MINUTE_MS, '1m 00s'],
    [15 * MINUTE_MS + 7000, '15m 07s'],
    [HOUR_MS, '1h 00m'],
    [HOUR_MS + 5 * MINUTE_MS + 59_000, '1h 05m'],
    [DAY_MS, '1d 00h'],
    [99 * DAY_MS + 23 * HOUR_MS, '99d 23h'],
  ])('of %d ms is "%s"', (durationMs, text) => {
    expect(steadyDuration(durationMs, en.units)).toBe(text);
  });

  it('is told in the language of the user', () => {
    expect(steadyDuration(16 * MINUTE_MS, tr.units)).toBe('16 dk 00 sn');
    expect(steadyDuration(16 * MINUTE_MS, ja.units)).toBe('16分00秒');
  });

  it('takes no more room than its widest', () => {
    for (const { units } of [en, tr, ja]) {
      const room = width(steadyWidest(units));
      fc.assert(
        fc.property(
          fc.integer({ min: -1000, max: 100 * DAY_MS - 1 }),
          (durationMs) => width(steadyDuration(durationMs, units)) <= room,
        ),
      );
    }
    expect(steadyWidest(en.units)).toBe('59m 59s');
  });
});

describe('a countdown', () => {
  it('shows 0 only when nothing is left', () => {
    expect(steadyCountdown(1, en.units)).toBe('1s');
    expect(steadyCountdown(0, en.units)).toBe('0s');
    expect(steadyCountdown(-1, en.units)).toBe('0s');
    expect(steadyCountdown(59_001, en.units)).toBe('1m 00s');
  });
});

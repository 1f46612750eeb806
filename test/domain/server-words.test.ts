import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysDuration } from '../../src/domain/server-words.js';
import { loadMessages } from '../../src/i18n/load.js';

const MINUTES_15_SECONDS_33 = 933_000;

describe("a server's words for a length of time", () => {
  it.each([
    '15 minutes 33 seconds',
    '15 dakika 33 saniye',
    '15分33秒',
    '15m 33s',
    '0:15:33',
    '00:15:33',
    '0 hours 15 minutes 33 seconds',
    '933 seconds',
    '15 minutes',
    '16 minutes',
    '15.55 minutes',
    '15,5 dakika',
    '15 minutes 36 seconds',
  ])('"%s" says 15m 33s', (words) => {
    expect(saysDuration(words, MINUTES_15_SECONDS_33)).toBe(true);
  });

  it.each([
    '2 minutes 27 seconds',
    '15 minutes 50 seconds',
    '15-16 minutes',
    '33 seconds 15 minutes',
    '15 GB',
    'a while',
    '15m',
    '0:16:33',
    '',
    '99999999999999999999 seconds',
  ])('"%s" does not say 15m 33s', (words) => {
    expect(saysDuration(words, MINUTES_15_SECONDS_33)).toBe(false);
  });

  it('is compared with nothing below 0', () => {
    expect(saysDuration('0 seconds', -3000)).toBe(true);
  });

  it.each(['en', 'tr', 'ja'] as const)(
    'is recognised however long it is, in %s',
    async (language) => {
      const { quantity, durationSeparator } = (await loadMessages(language)).units;
      const seconds = fc.integer({ min: 0, max: 5_000_000 });
      fc.assert(
        fc.property(seconds, fc.integer({ min: -5, max: 5 }), (total, offBy) => {
          const parts = [
            [Math.floor(total / 3600), quantity.hour],
            [Math.floor(total / 60) % 60, quantity.minute],
            [total % 60, quantity.second],
          ] as const;
          const words = parts
            .map(([value, say]) => say(value, String(value)))
            .join(durationSeparator);
          return saysDuration(words, Math.max(0, total + offBy) * 1000);
        }),
      );
    },
  );
});

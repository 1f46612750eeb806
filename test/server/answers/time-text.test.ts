import { describe, expect, it } from 'vitest';
import { estimateText, timeText } from '../../../src/server/answers/time-text.js';

describe('times of answers', () => {
  it('are ISO 8601 in UTC, with milliseconds only where there are any', () => {
    expect(timeText(Date.UTC(2024, 0, 20, 10, 30))).toBe('2024-01-20T10:30:00Z');
    expect(timeText(Date.UTC(2024, 0, 20, 10, 30, 0, 7))).toBe('2024-01-20T10:30:00.007Z');
  });

  it('are rounded up to a second when they are expected', () => {
    expect(estimateText(Date.UTC(2024, 0, 20, 10, 30, 0, 7))).toBe('2024-01-20T10:30:01Z');
  });

  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, 1e18, -1e18])(
    'are left out of %s',
    (timeMs) => {
      expect(timeText(timeMs)).toBeUndefined();
      expect(estimateText(timeMs)).toBeUndefined();
    },
  );
});

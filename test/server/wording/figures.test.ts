import { describe, expect, it } from 'vitest';
import { durationParts, rateFigure, sizeText } from '../../../src/server/wording/figures.js';

describe('sizeText', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 KB'],
    [12_000_000, '12.0 MB'],
    [45_700_000, '45.7 MB'],
    [890_000_000, '890 MB'],
    [2.3e9, '2.3 GB'],
    [4e9, '4.0 GB'],
    [5e15, '5000 TB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  it('takes the next unit rather than write a thousand of one', () => {
    expect(sizeText(999_999)).toBe('1.0 MB');
    expect(sizeText(99_960_000)).toBe('100 MB');
  });

  it('knows no sizes below 0', () => {
    expect(sizeText(-5)).toBe('0 B');
  });
});

describe('rateFigure', () => {
  it.each([
    [0, '0'],
    [0.004, '0'],
    [0.25, '0.25'],
    [1.25, '1.3'],
    [1249.6, '1250'],
    [-3, '0'],
  ])('writes %d a second as %s', (rate, figure) => {
    expect(rateFigure(rate)).toBe(figure);
  });
});

describe('durationParts', () => {
  it.each([
    [
      933_000,
      [
        ['minute', 15],
        ['second', 33],
      ],
    ],
    [
      135_000,
      [
        ['minute', 2],
        ['second', 15],
      ],
    ],
    [60_000, [['minute', 1]]],
    [3_600_000 + 59_000, [['hour', 1]]],
    [
      90_061_000,
      [
        ['day', 1],
        ['hour', 1],
      ],
    ],
    [400, [['millisecond', 400]]],
    [1_999, [['second', 1]]],
    [0, [['second', 0]]],
    [-5_000, [['second', 0]]],
  ])('cuts %d ms into its two largest units', (durationMs, parts) => {
    expect(durationParts(durationMs)).toEqual(parts);
  });
});

import { describe, expect, it } from 'vitest';
import { testLook } from '../helpers/look.js';

const { formats } = await testLook();
const { formats: pipe } = await testLook({ terminal: false });
const { formats: turkish } = await testLook({ language: 'tr' });
const { formats: japanese } = await testLook({ language: 'ja' });

describe('numbers', () => {
  it.each([
    [192850, '192,850'],
    [94.8, '94.8'],
    [1.239, '1.24'],
    [-3.5, '-3.5'],
    [-0, '0'],
    [-0.001, '-0.001'],
    [0.00473, '0.0047'],
    [0, '0'],
  ])('%d is %s', (value, text) => {
    expect(formats.number(value)).toBe(text);
  });

  it('have as many digits as asked for, and the signs of the language', () => {
    expect(formats.number(1234.56789, 0)).toBe('1,235');
    expect(formats.number(0.123456789, 6)).toBe('0.123457');
    expect(turkish.number(192850.5)).toBe('192.850,5');
    expect(japanese.number(192850.5)).toBe('192,850.5');
  });
});

describe('percentages', () => {
  it.each([
    [85, '85%'],
    [57.49, '57.5%'],
    [0, '0%'],
    [-0, '0%'],
    [120, '120%'],
    [100, '100%'],
    [99.94, '99.9%'],
    [99.9999, '99.9%'],
  ])('%d is %s, and 100% is said of the whole only', (value, text) => {
    expect(formats.percent(value)).toBe(text);
  });

  it('stand as the language wants them', () => {
    expect(turkish.percent(85)).toBe('%85');
    expect(japanese.percent(85)).toBe('85%');
  });

  it.each([
    [0.001, '0.1%'],
    [0.015, '1.5%'],
    [0.25, '25%'],
    [0.00001234, '0.0012%'],
    [0, '0%'],
    [1, '100%'],
    [0.99999, '99.9%'],
  ])('the fraction %d is %s', (value, text) => {
    expect(formats.fraction(value)).toBe(text);
  });
});

describe('lengths of time', () => {
  it.each([
    [0, '0s'],
    [500, '500ms'],
    [999.6, '1s'],
    [1999, '1s'],
    [933_000, '15m 33s'],
    [3_600_000, '1h'],
    [3_659_000, '1h'],
    [90_061_000, '1d 1h'],
    [-62_000, '-1m 2s'],
  ])('%d ms is %s', (durationMs, text) => {
    expect(formats.duration(durationMs)).toBe(text);
  });

  it('are said in the language', () => {
    expect(turkish.duration(933_000)).toBe('15 dk 33 sn');
    expect(japanese.duration(933_000)).toBe('15分33秒');
  });
});

describe('moments', () => {
  it('are the time of day on a terminal, with the date on another day', () => {
    expect(formats.time('2024-01-20T10:30:00Z')).toBe('10:30:00');
    expect(formats.time('2024-01-19T23:30:00Z')).toBe('2024-01-19 23:30:00');
  });

  it('are RFC 3339 in a pipe', () => {
    expect(pipe.time('2024-01-20T13:30:00+03:00')).toBe('2024-01-20T10:30:00Z');
    expect(pipe.time('2024-01-20T10:30:00.25')).toBe('2024-01-20T10:30:00.250Z');
  });

  it('are told in the zone of the user', async () => {
    const there = await testLook({ timeZone: 'Asia/Kolkata' });
    const west = await testLook({ timeZone: 'America/St_Johns', terminal: false });
    expect(there.formats.time('2024-01-20T10:30:00Z')).toBe('16:00:00');
    expect(there.formats.time('2024-01-20T20:30:00Z')).toBe('2024-01-21 02:00:00');
    expect(west.formats.time('2024-01-20T10:30:00Z')).toBe('2024-01-20T07:00:00-03:30');
  });

  it('are told by their distance from now', () => {
    expect(formats.relative('2024-01-20T10:52:00Z')).toBe('in 6m 27s');
    expect(formats.relative('2024-01-20T10:30:00Z')).toBe('15m 33s ago');
    expect(formats.relative('2024-01-20T10:45:33.900Z')).toBe('now');
    expect(formats.when('2024-01-20T10:52:00Z')).toBe('10:52:00 (in 6m 27s)');
    expect(pipe.when('2024-01-20T10:52:00Z')).toBe('2024-01-20T10:52:00Z');
    expect(turkish.relative('2024-01-20T10:30:00Z')).toBe('15 dk 33 sn önce');
    expect(japanese.relative('2024-01-20T10:30:00Z')).toBe('15分33秒前');
  });

  it('that are none are shown as they came', () => {
    expect(formats.time('soon')).toBe('soon');
    expect(formats.when('soon')).toBe('soon');
    expect(formats.time(null)).toBe('-');
    expect(formats.time('')).toBe('');
  });
});

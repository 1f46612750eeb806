import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawGantt, type Gantt, type GanttLane } from '../../src/render/gantt.js';
import { inline, safe } from '../../src/render/safe-text.js';
import { width } from '../../src/render/width.js';
import { screen, testLook } from '../helpers/look.js';

const start = Date.parse('2024-01-20T10:30:00Z');
const second = (count: number): number => start + count * 1000;
const lane = (
  name: string,
  from: number,
  to: number,
  more: Partial<GanttLane> = {},
): GanttLane => ({
  name: inline(name),
  note: safe``,
  paint: (text) => text,
  startMs: second(from),
  endMs: second(to),
  shape: 'closed',
  marks: [],
  ...more,
});
const gantt = (endSecond: number, lanes: GanttLane[], nowSecond?: number): Gantt => ({
  startMs: start,
  endMs: second(endSecond),
  nowMs: nowSecond === undefined ? undefined : second(nowSecond),
  nowWord: safe`now`,
  lanes,
});

describe('a gantt', () => {
  test('has bars where their times are', async () => {
    const lanes = [lane('a', 0, 20), lane('b', 20, 40, { note: safe`20s` }), lane('c', 40, 40)];
    expect(screen(drawGantt(gantt(40, lanes), 49, await testLook()))).toBe(`
   10:30:00  10:30:10  10:30:20  10:30:30
   ┬─────────┬─────────┬─────────┬─────────┬
a  ━━━━━━━━━━━━━━━━━━━━━
b                      ━━━━━━━━━━━━━━━━━━━━━  20s
c                                          ━
`);
  });

  test('leaves what goes on open, and dots what is expected', async () => {
    const lanes = [
      lane('runs', 0, 20, { shape: 'open', expectedEndMs: second(30) }),
      lane('comes', 30, 30, { shape: 'expected', expectedEndMs: second(40) }),
      lane('came', 0, 10, { shape: 'unknown-start' }),
    ];
    expect(screen(drawGantt(gantt(40, lanes, 20), 48, await testLook()))).toBe(`
       10:30:00  10:30:10  10:30:20  10:30:30
       ┬─────────┬─────────┬─────────┬─────────┬
runs   ━━━━━━━━━━━━━━━━━━━━▶╌╌╌╌╌╌╌╌╌╌
comes                                ╌╌╌╌╌╌╌╌╌╌╌
came   ╌╌╌╌╌╌╌╌╌╌━
                           ↑ now 10:30:20
`);
  });

  test('shows the later of two marks in one column', async () => {
    const mark = (at: number, sign: string) => ({
      timeMs: second(at),
      sign: inline(sign),
      paint: (text: ReturnType<typeof inline>) => text,
    });
    const lanes = [lane('a', 0, 40, { marks: [mark(10, 'M'), mark(30, 'M'), mark(10, 'E')] })];
    expect(screen(drawGantt(gantt(40, lanes), 44, await testLook())).split('\n')[3]).toBe(
      `a  ━━━━━━━━━━E━━━━━━━━━━━━━━━━━━━M━━━━━━━━━━`,
    );
  });

  test('says dates in the user’s zone where a day begins', async () => {
    const look = await testLook({ timeZone: 'Asia/Tokyo', width: 60 });
    const lanes = [lane('a', 0, 36_000)];
    expect(screen(drawGantt(gantt(36_000, lanes, 18_000), 60, look))).toBe(`
      20:00      22:00      01-21      02:00       04:00
   ───┬──────────┬──────────┬──────────┬───────────┬────────
a  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                               ↑ now 00:30:00
`);
  });

  test('is never wider than it may be, and every lane has a bar', async () => {
    const look = await testLook();
    const anyLane = fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.nat(1000),
      fc.nat(1000),
    );
    fc.assert(
      fc.property(
        fc.array(anyLane, { minLength: 1 }),
        fc.integer({ min: 20, max: 200 }),
        (lanes, columns) => {
          const rows = lanes.map(([name, a, b]) =>
            lane(name, Math.min(a, b), Math.max(a, b), { note: safe`${Math.abs(a - b)}s` }),
          );
          const lines = drawGantt(gantt(1000, rows, 500), columns, look);
          const bars = lines.slice(2, -1).map((line) => [...line].indexOf('━') >= 0);
          return lines.every((line) => width(line) <= columns) && bars.every(Boolean);
        },
      ),
    );
  });
});

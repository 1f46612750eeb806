import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ForecastJob,
  forecastQueue,
  type QueueFacts,
} from '../../../../src/server/answers/formulas/queue-forecast.js';

const queued = (id: string, fields: Partial<ForecastJob> = {}): ForecastJob => ({
  id,
  priority: 'Normal',
  createdAtMs: 0,
  after: [],
  expectedMs: 100,
  ...fields,
});

const forecast = (facts: Partial<QueueFacts>) =>
  Object.fromEntries(
    forecastQueue({ nowMs: 1_000, runningEndsMs: new Map(), queued: [], ...facts }),
  );

describe('the queue played forward', () => {
  it('starts the next job when a place is free, by priority, then by age', () => {
    const entries = forecast({
      maxRunning: 1,
      runningEndsMs: new Map([['r', 1_500]]),
      queued: [
        queued('young', { createdAtMs: 9 }),
        queued('old', { createdAtMs: 5 }),
        queued('urgent', { createdAtMs: 10, priority: 'Critical' }),
      ],
    });
    expect(entries).toEqual({
      urgent: { position: 1, startMs: 1_500, endMs: 1_600 },
      old: { position: 2, startMs: 1_600, endMs: 1_700 },
      young: { position: 3, startMs: 1_700, endMs: 1_800 },
    });
  });

  it('lets a job that waits for another leave its place to those behind it', () => {
    const entries = forecast({
      maxRunning: 2,
      runningEndsMs: new Map([['r', 5_000]]),
      queued: [queued('a', { after: ['r'] }), queued('b', { createdAtMs: 1 })],
    });
    expect(entries['a']).toEqual({ position: 1, startMs: 5_000, endMs: 5_100 });
    expect(entries['b']).toEqual({ position: 2, startMs: 1_000, endMs: 1_100 });
  });

  it('follows chains of queued jobs', () => {
    const entries = forecast({ queued: [queued('a'), queued('b', { after: ['a'] })] });
    expect(entries['b']).toEqual({ position: 2, startMs: 1_100, endMs: 1_200 });
  });

  it('takes what neither runs nor waits for done', () => {
    const entries = forecast({ queued: [queued('a', { after: ['long ago'] })] });
    expect(entries['a']?.startMs).toBe(1_000);
  });

  it('estimates nothing that rests on an end that is not known', () => {
    const entries = forecast({
      maxRunning: 1,
      runningEndsMs: new Map([['r', undefined]]),
      queued: [queued('a')],
    });
    expect(entries).toEqual({ a: { position: 1 } });
    const behind = forecast({
      maxRunning: 1,
      queued: [queued('a', { expectedMs: undefined }), queued('b')],
    });
    expect(behind).toEqual({ a: { position: 1, startMs: 1_000 }, b: { position: 2 } });
  });

  it('gives back no place of jobs beyond the limit', () => {
    const entries = forecast({
      maxRunning: 1,
      runningEndsMs: new Map([
        ['r', 1_500],
        ['s', 2_500],
      ]),
      queued: [queued('a')],
    });
    expect(entries['a']?.startMs).toBe(2_500);
  });

  it('never puts a start before now, nor more jobs at a time than may run', () => {
    const job = fc.record({
      expectedMs: fc.integer({ min: 1, max: 500 }),
      createdAtMs: fc.integer({ min: 0, max: 50 }),
    });
    const ends = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(job, { maxLength: 20 }),
        ends,
        fc.integer({ min: 1, max: 4 }),
        (jobs, running, maxRunning) => {
          const entries = Object.values(
            forecast({
              maxRunning,
              runningEndsMs: new Map(
                running.slice(0, maxRunning).map((endMs, index) => [`r${index}`, endMs]),
              ),
              queued: jobs.map((fields, index) => queued(`q${index}`, fields)),
            }),
          );
          for (const { startMs = 0 } of entries) {
            expect(startMs).toBeGreaterThanOrEqual(1_000);
            const atOnce = entries.filter(
              (other) => (other.startMs ?? 0) <= startMs && (other.endMs ?? 0) > startMs,
            );
            expect(atOnce.length).toBeLessThanOrEqual(maxRunning);
          }
        },
      ),
    );
  });
});

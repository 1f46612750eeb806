import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PAST, sumUpPast } from '../../../../src/server/answers/formulas/past.js';
import {
  type Advance,
  estimateStages,
  jobRemainingMs,
  remainingMs,
} from '../../../../src/server/answers/formulas/remaining.js';
import { planStages } from '../../../../src/server/answers/formulas/stage-plan.js';
import { aJob, aPast, aStage } from './plans.js';

describe('remainingMs', () => {
  it('is what is left by the rate of late', () => {
    const advance = {
      elapsedMs: 1,
      recordsProcessed: 400,
      totalRecords: 1_000,
      recordsPerSecond: 30,
    };
    expect(remainingMs(advance)).toBe(20_000);
  });

  it('goes on as until now when only the percentage is known', () => {
    expect(remainingMs({ elapsedMs: 30_000, percent: 75 })).toBe(10_000);
  });

  it('is the rest of what is expected when the job says nothing', () => {
    expect(remainingMs({ elapsedMs: 30_000, expectedMs: 100_000 })).toBe(70_000);
  });

  it('is 0 when more records were done than there are', () => {
    const advance = { elapsedMs: 1, recordsProcessed: 12, totalRecords: 10, recordsPerSecond: 3 };
    expect(remainingMs(advance)).toBe(0);
  });

  it.each<[string, Advance]>([
    ['nothing is known', { elapsedMs: 5 }],
    ['nothing was done', { elapsedMs: 5, percent: 0 }],
    ['all is done and it goes on', { elapsedMs: 5, percent: 100 }],
    ['no time has passed', { elapsedMs: 0, percent: 50 }],
    [
      'it stands still',
      { elapsedMs: 5, recordsProcessed: 1, totalRecords: 9, recordsPerSecond: 0 },
    ],
    [
      'there are no records',
      { elapsedMs: 5, recordsProcessed: 0, totalRecords: 0, recordsPerSecond: 4 },
    ],
    ['it takes longer than expected', { elapsedMs: 5, expectedMs: 4 }],
  ])('is not known when %s', (_why, advance) => {
    expect(remainingMs(advance)).toBeUndefined();
  });

  it('is never below 0, and grows no longer the more is done', () => {
    const records = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(records, records, fc.integer({ min: 1, max: 500 }), (one, other, rate) => {
        const left = (recordsProcessed: number): number =>
          remainingMs({
            elapsedMs: 1,
            recordsProcessed,
            totalRecords: 900,
            recordsPerSecond: rate,
          }) ?? -1;
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(left(more)).toBeGreaterThanOrEqual(0);
        expect(left(more)).toBeLessThanOrEqual(left(less));
      }),
    );
  });
});

const past = sumUpPast([aPast({ Load: 100_000, Mine: 300_000, Report: 60_000 })]);

describe('the estimates of stages', () => {
  it('follow each other from the end of the one that runs', () => {
    const stages = [
      aStage('Load', 1, 'Completed', { startedAtMs: 0, endedAtMs: 90_000 }),
      aStage('Mine', 2, 'Running', { startedAtMs: 90_000, percent: 50 }),
    ];
    expect(estimateStages(planStages(aJob(), stages, past), 190_000, undefined)).toEqual([
      {},
      { endMs: 290_000 },
      { startMs: 290_000, endMs: 350_000 },
    ]);
  });

  it('stop where a length is not known', () => {
    const stages = [aStage('One', 1, 'Running', { startedAtMs: 0 }), aStage('Two', 2, 'Pending')];
    expect(estimateStages(planStages(aJob(), stages, NO_PAST), 5_000, undefined)).toEqual([{}, {}]);
  });

  it('never lie before now, also when a clock went back or a stage is late', () => {
    const time = fc.integer({ min: 0, max: 1_000_000 });
    const percent = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
    fc.assert(
      fc.property(time, time, percent, (startedAtMs, nowMs, done) => {
        const stage = { startedAtMs, ...(done === undefined ? {} : { percent: done }) };
        const plan = planStages(aJob(), [aStage('Load', 1, 'Running', stage)], past);
        for (const { startMs = nowMs, endMs = nowMs } of estimateStages(plan, nowMs, undefined)) {
          expect(startMs).toBeGreaterThanOrEqual(nowMs);
          expect(endMs).toBeGreaterThanOrEqual(startMs);
        }
      }),
    );
  });
});

describe('the rest of a job', () => {
  it('reaches to the end of its last stage', () => {
    const stages = [aStage('Load', 1, 'Running', { startedAtMs: 0, percent: 50 })];
    const plan = planStages(aJob(), stages, past);
    const estimates = estimateStages(plan, 40_000, undefined);
    expect(jobRemainingMs(plan, estimates, 40_000, { elapsedMs: 40_000 })).toBe(400_000);
  });

  it('is that of the job as a whole when its stages say nothing', () => {
    const whole = { elapsedMs: 20_000, expectedMs: 50_000 };
    expect(jobRemainingMs([], [], 20_000, whole)).toBe(30_000);
  });
});

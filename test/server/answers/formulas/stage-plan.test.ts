import { describe, expect, it } from 'vitest';
import { NO_PAST, sumUpPast } from '../../../../src/server/answers/formulas/past.js';
import {
  plannedMs,
  planStages,
  stagePercent,
} from '../../../../src/server/answers/formulas/stage-plan.js';
import { aJob, aPast, aStage } from './plans.js';

const past = sumUpPast([
  aPast({ Load: 100, Mine: 300, Report: 50 }),
  aPast({ Load: 200, Mine: 500, Report: 70 }),
  aPast({ Load: 120, Mine: 310, Retry: 900, Report: 60 }),
]);

describe('the plan of the stages', () => {
  it('has what was reported, and what past jobs did after it', () => {
    const plan = planStages(aJob(), [aStage('Load', 1, 'Running')], past);
    expect(
      plan.map(({ name, order, status, expectedMs }) => [name, order, status, expectedMs]),
    ).toEqual([
      ['Load', 1, 'Running', 120],
      ['Mine', 2, 'Pending', 310],
      ['Report', 3, 'Pending', 60],
    ]);
  });

  it('believes the reporter rather than the past', () => {
    const stages = [aStage('Load', 1, 'Running', { expectedDurationMs: 5 })];
    expect(planStages(aJob(), stages, past)[0]?.expectedMs).toBe(5);
  });

  it('takes an expected length of 0 for none', () => {
    const stages = [aStage('New', 1, 'Running', { expectedDurationMs: 0 })];
    expect(planStages(aJob(), stages, NO_PAST)[0]?.expectedMs).toBeUndefined();
  });

  it('measures a stage that has ended, and never below 0', () => {
    const stages = [
      aStage('Load', 1, 'Completed', { startedAtMs: 10, endedAtMs: 40 }),
      aStage('Mine', 2, 'Completed', { startedAtMs: 40, endedAtMs: 30 }),
    ];
    expect(planStages(aJob(), stages, NO_PAST).map(({ actualMs }) => actualMs)).toEqual([30, 0]);
  });

  it('expects no more stages of a job that has ended', () => {
    const stages = [aStage('Load', 1, 'Completed')];
    expect(planStages(aJob({ status: 'Failed' }), stages, past)).toHaveLength(1);
  });
});

describe('how far a stage is', () => {
  const percentOfStage = (...[status, fields]: [Parameters<typeof aStage>[2], object?]) =>
    stagePercent({ name: 'A', order: 1, status, record: aStage('A', 1, status, fields) });

  it('is 100 when Completed and 0 when not begun', () => {
    expect(percentOfStage('Completed', { percent: 40 })).toBe(100);
    expect(percentOfStage('Pending')).toBe(0);
    expect(stagePercent({ name: 'A', order: 1, status: 'Pending' })).toBe(0);
  });

  it('is as reported, else by records', () => {
    expect(percentOfStage('Running', { percent: 78, recordsProcessed: 1, totalRecords: 2 })).toBe(
      78,
    );
    expect(percentOfStage('Running', { recordsProcessed: 1, totalRecords: 2 })).toBe(50);
    expect(percentOfStage('Failed', { recordsProcessed: 1, totalRecords: 4 })).toBe(25);
  });

  it('is at most 100, also with more records than there are', () => {
    expect(percentOfStage('Running', { percent: 130 })).toBe(100);
    expect(percentOfStage('Running', { recordsProcessed: 7, totalRecords: 2 })).toBe(100);
  });

  it('is not known when nothing was said, or of 0 records', () => {
    expect(percentOfStage('Running')).toBeUndefined();
    expect(percentOfStage('Running', { recordsProcessed: 0, totalRecords: 0 })).toBeUndefined();
  });
});

describe('how long a stage to come takes', () => {
  it('is what is expected, else the mean of the stages whose length is known', () => {
    const unknown = { name: 'C', order: 3, status: 'Pending' } as const;
    const plan = [
      { name: 'A', order: 1, status: 'Completed', actualMs: 100, expectedMs: 900 },
      { name: 'B', order: 2, status: 'Pending', expectedMs: 300 },
      unknown,
    ] as const;
    expect(plannedMs(plan[1], plan)).toBe(300);
    expect(plannedMs(unknown, plan)).toBe(200);
    expect(plannedMs(unknown, [unknown])).toBeUndefined();
  });
});

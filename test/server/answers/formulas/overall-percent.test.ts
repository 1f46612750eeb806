import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  overallPercent,
  stageWeights,
} from '../../../../src/server/answers/formulas/overall-percent.js';
import { sumUpPast } from '../../../../src/server/answers/formulas/past.js';
import {
  type PlannedStage,
  planStages,
} from '../../../../src/server/answers/formulas/stage-plan.js';
import type {
  HistoryRecord,
  JobRecord,
  StageRecord,
} from '../../../../src/server/store/records.js';
import { aJob, aPast, aStage } from './plans.js';

const percentOf = (
  job: Partial<JobRecord>,
  stages: StageRecord[] = [],
  past: HistoryRecord[] = [],
) => overallPercent(aJob(job), planStages(aJob(job), stages, sumUpPast(past)));

describe('how far a job is', () => {
  it('is the mean of its stages, weighted by how long they are expected to take', () => {
    const stages = [
      aStage('Load', 1, 'Completed', { expectedDurationMs: 100 }),
      aStage('Mine', 2, 'Running', { expectedDurationMs: 300, percent: 50 }),
    ];
    expect(percentOf({}, stages)).toBe((100 * 100 + 300 * 50) / 400);
  });

  it('counts the stages that past jobs let expect', () => {
    const past = [aPast({ Load: 100, Mine: 300, Report: 100 })];
    expect(percentOf({}, [aStage('Load', 1, 'Completed')], past)).toBe(20);
  });

  it('counts all stages the same when no length is expected', () => {
    const stages = [
      aStage('Load', 1, 'Completed', { startedAtMs: 0, endedAtMs: 9_000 }),
      aStage('Mine', 2, 'Running', { percent: 50 }),
      aStage('Report', 3, 'Pending'),
    ];
    expect(percentOf({}, stages)).toBe(50);
  });

  it('counts the actual length of a stage that took longer than expected', () => {
    const stages = [
      aStage('Load', 1, 'Completed', { expectedDurationMs: 100, startedAtMs: 0, endedAtMs: 300 }),
      aStage('Mine', 2, 'Pending', { expectedDurationMs: 100 }),
    ];
    expect(percentOf({}, stages)).toBe(75);
  });

  it('is by records or as reported without stages', () => {
    expect(percentOf({ recordsProcessed: 30, totalRecords: 120 })).toBe(25);
    expect(percentOf({ percent: 45 })).toBe(45);
    expect(percentOf({ percent: 145 })).toBe(100);
  });

  it('is as the job reports while none of the stages that the past lets expect has begun', () => {
    expect(percentOf({ percent: 45 }, [], [aPast({ Load: 1 })])).toBe(45);
    expect(percentOf({}, [], [aPast({ Load: 1 })])).toBe(0);
  });

  it('is 100 of a Completed job, 0 of a Queued one, and where it was of a failed one', () => {
    expect(percentOf({ status: 'Completed', percent: 3 })).toBe(100);
    expect(percentOf({ status: 'Queued' })).toBe(0);
    expect(percentOf({ status: 'Failed' }, [aStage('Load', 1, 'Failed', { percent: 60 })])).toBe(
      60,
    );
  });

  it('is not known of a job that says nothing', () => {
    expect(percentOf({})).toBeUndefined();
    expect(percentOf({ recordsProcessed: 5 })).toBeUndefined();
    expect(percentOf({ recordsProcessed: 0, totalRecords: 0 })).toBeUndefined();
  });
});

interface StageStory {
  expectedMs: number | undefined;
  actualMs: number;
  steps: number[];
}

const story: fc.Arbitrary<StageStory> = fc.record({
  expectedMs: fc.option(fc.integer({ min: 0, max: 1e7 }), { nil: undefined }),
  actualMs: fc.integer({ min: 0, max: 1e7 }),
  steps: fc
    .array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 4 })
    .map((steps) => steps.sort((a, b) => a - b)),
});

/** Every state that the stages go through, one after the other. */
function* states(stories: readonly StageStory[]): Generator<StageRecord[]> {
  const planned = stories.map(({ expectedMs }, index) =>
    aStage(
      `s${index}`,
      index + 1,
      'Pending',
      expectedMs === undefined ? {} : { expectedDurationMs: expectedMs },
    ),
  );
  yield [...planned];
  for (const [index, { actualMs, steps }] of stories.entries()) {
    const before = planned[index] as StageRecord;
    for (const percent of steps) {
      planned[index] = { ...before, status: 'Running', startedAtMs: 0, percent };
      yield [...planned];
    }
    planned[index] = { ...before, status: 'Completed', startedAtMs: 0, endedAtMs: actualMs };
    yield [...planned];
  }
}

describe('the percentage of a job whose stages go on', () => {
  it('lies within 0 and 100 and never falls, however long the stages really take', () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 6 }), (stories) => {
        let last = 0;
        for (const stages of states(stories)) {
          const percent = percentOf({}, stages) ?? Number.NaN;
          expect(percent).toBeGreaterThanOrEqual(last - 1e-9);
          expect(percent).toBeLessThanOrEqual(100);
          last = percent;
        }
        expect(last).toBeCloseTo(100);
      }),
    );
  });
});

describe('stageWeights', () => {
  it('counts a stage without an expected length as the mean of those that have one', () => {
    const plan: PlannedStage[] = [
      { name: 'A', order: 1, status: 'Pending', expectedMs: 100 },
      { name: 'B', order: 2, status: 'Pending', expectedMs: 300 },
      { name: 'C', order: 3, status: 'Completed', actualMs: 50 },
    ];
    expect(stageWeights(plan)).toEqual([100, 300, 200]);
  });
});

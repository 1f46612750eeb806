import { describe, expect, it } from 'vitest';
import {
  predictionAccuracy,
  stageEfficiency,
} from '../../../../src/server/answers/formulas/accuracy.js';
import type { PlannedStage } from '../../../../src/server/answers/formulas/stage-plan.js';

const stage = (
  actualMs: number,
  expectedMs: number,
  more: Partial<PlannedStage> = {},
): PlannedStage => ({
  name: 'A',
  order: 1,
  status: 'Completed',
  actualMs,
  expectedMs,
  ...more,
});

describe('predictions of stages', () => {
  it('are as accurate as the shorter of expected and actual is of the longer', () => {
    expect(predictionAccuracy([stage(100, 80), stage(50, 100)])).toBe(65);
  });

  it('were kept to when the stage took no longer', () => {
    expect(stageEfficiency([stage(100, 80), stage(50, 100)])).toBe(90);
  });

  it('can be judged only of stages that were predicted, took time and completed', () => {
    const others = [
      stage(0, 100),
      stage(100, 100, { status: 'Failed' }),
      { name: 'A', order: 1, status: 'Completed', actualMs: 5 } as const,
    ];
    expect(predictionAccuracy(others)).toBeUndefined();
    expect(stageEfficiency(others)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { stageProgress } from '../../src/domain/stage-progress.js';

const NOW_MS = Date.parse('2024-01-20T10:45:33Z');

describe('the stages of a job', () => {
  it('come in their order, those without a place last', () => {
    const stages = [
      { stageName: 'last', stageOrder: null },
      { stageName: 'second', stageOrder: 2 },
      { stageName: 'very last' },
      { stageName: 'first', stageOrder: 1 },
    ];
    const names = stageProgress(stages, NOW_MS).map(({ stage }) => stage.stageName);
    expect(names).toEqual(['first', 'second', 'last', 'very last']);
  });

  it.each([
    [{ progress: 78, recordsProcessed: 1, totalRecords: 2 }, 78],
    [{ recordsProcessed: 1, totalRecords: 2 }, 50],
    [{ status: 'Tamamlandı' }, 100],
    [{ status: 'Running' }, undefined],
  ])('%j is at %s percent', (facts, percentage) => {
    expect(stageProgress([{ stageName: 'a', ...facts }], NOW_MS)[0]?.percentage).toBe(percentage);
  });

  it('have an average rate while they run', () => {
    const stage = { stageName: 'a', startTime: '2024-01-20T10:41:30Z', recordsProcessed: 972 };
    expect(stageProgress([{ ...stage, status: 'Running' }], NOW_MS)[0]?.averageRate).toBe(4);
    expect(
      stageProgress([{ ...stage, status: 'Completed' }], NOW_MS)[0]?.averageRate,
    ).toBeUndefined();
    expect(
      stageProgress([{ ...stage, startTime: '2024-01-20T10:45:33Z' }], NOW_MS)[0]?.averageRate,
    ).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { stageProgress } from '../../src/domain/stage-progress.js';

const NOW_MS = Date.parse('2024-01-20T10:45:33Z');
const RUNNING = { phase: 'running' } as const;

describe('the stages of a job', () => {
  it('come in their order, those without a place last', () => {
    const stages = [
      { stageName: 'last', stageOrder: null },
      { stageName: 'second', stageOrder: 2 },
      { stageName: 'very last' },
      { stageName: 'first', stageOrder: 1 },
    ];
    const names = stageProgress(stages, NOW_MS, RUNNING).map(({ stage }) => stage.stageName);
    expect(names).toEqual(['first', 'second', 'last', 'very last']);
  });

  it.each([
    [{ progress: 78, recordsProcessed: 1, totalRecords: 2 }, 78],
    [{ recordsProcessed: 1, totalRecords: 2 }, 50],
    [{ status: 'Tamamlandı' }, 100],
    [{ status: 'Running' }, undefined],
  ])('%j is at %s percent', (facts, percentage) => {
    expect(stageProgress([{ stageName: 'a', ...facts }], NOW_MS, RUNNING)[0]?.percentage).toBe(
      percentage,
    );
  });

  it('have an average rate while they run', () => {
    const stage = { stageName: 'a', startTime: '2024-01-20T10:41:30Z', recordsProcessed: 972 };
    expect(stageProgress([{ ...stage, status: 'Running' }], NOW_MS, RUNNING)[0]?.averageRate).toBe(
      4,
    );
    expect(
      stageProgress([{ ...stage, status: 'Completed' }], NOW_MS, RUNNING)[0]?.averageRate,
    ).toBeUndefined();
    expect(
      stageProgress([{ ...stage, startTime: '2024-01-20T10:45:33Z' }], NOW_MS, RUNNING)[0]
        ?.averageRate,
    ).toBeUndefined();
  });

  it('have the rate of the moment at which the server counted, however old that is', () => {
    const stage = {
      stageName: 'a',
      status: 'Running',
      startTime: '2024-01-20T10:41:30Z',
      recordsProcessed: 972,
    };
    const laterMs = NOW_MS + 60_000;
    expect(stageProgress([stage], laterMs, RUNNING, NOW_MS)[0]?.averageRate).toBe(4);
  });

  it('do not go on after their job has ended, whatever the server says of them', () => {
    const stages = [
      {
        stageName: 'cut off',
        status: 'Running',
        startTime: '2024-01-20T10:41:30Z',
        estimatedEndTime: '2024-01-20T10:48:00Z',
      },
      { stageName: 'never begun', status: 'Pending', estimatedStartTime: '2024-01-20T10:48:00Z' },
    ];
    const endMs = Date.parse('2024-01-20T10:44:00Z');
    const times = stageProgress(stages, NOW_MS, { phase: 'ended', endMs }).map(
      (each) => each.times,
    );
    expect(times).toEqual([
      { phase: 'ended', startMs: Date.parse('2024-01-20T10:41:30Z'), elapsedMs: 150_000 },
      { phase: 'ended' },
    ]);
    expect(stageProgress(stages, NOW_MS, { phase: 'ended' })[0]?.times.elapsedMs).toBeUndefined();
  });
});

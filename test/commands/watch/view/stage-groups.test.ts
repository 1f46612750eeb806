import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGroups, foldStages } from '../../../../src/commands/watch/view/stage-groups.js';
import type { Stage } from '../../../../src/contract/index.js';
import { stageProgress } from '../../../../src/domain/stage-progress.js';
import { atMs } from './watches.js';

const stagesOf = (...statuses: readonly (string | null)[]) =>
  stageProgress(
    statuses.map(
      (status, index): Stage => ({ stageName: `${index + 1}`, stageOrder: index, status }),
    ),
    atMs,
    { phase: 'running' },
  );

const namesOf = (items: ReturnType<typeof stagesOf>): string[] =>
  items.map(({ stage }) => stage.stageName);

const job = stagesOf(
  'Completed',
  'Completed',
  'Cancelled',
  'Running',
  'Failed',
  'Running',
  'Pending',
  'Queued',
);

describe('stages', () => {
  it('count as ended, active or coming; a word that nobody knows is active', () => {
    expect(countGroups(job)).toEqual({ ended: 3, active: 3, coming: 2 });
    expect(countGroups(stagesOf('Donmuş', 'Tamamlandı', '実行中'))).toEqual({
      ended: 1,
      active: 2,
      coming: 0,
    });
  });

  it('without a status count by their times', () => {
    const started = { stageName: 'a', startTime: '2024-01-20T10:30:00Z' };
    const items = stageProgress([started, { stageName: 'b' }], atMs, { phase: 'running' });
    expect(countGroups(items)).toEqual({ ended: 0, active: 1, coming: 1 });
  });

  it('are all shown where there is room', () => {
    const { shown, folded } = foldStages(job, { ended: 3, active: 3, coming: 2 });
    expect(namesOf([...shown])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(folded).toEqual({ ended: [], active: [], coming: [] });
  });

  it('fold into the last row of their group: the latest ended, the failed and the next ones stay', () => {
    const { shown, folded } = foldStages(job, { ended: 2, active: 2, coming: 1 });
    expect(namesOf([...shown])).toEqual(['3', '5']);
    expect(namesOf([...folded.ended])).toEqual(['2', '1']);
    expect(namesOf([...folded.active])).toEqual(['4', '6']);
    expect(namesOf([...folded.coming])).toEqual(['7', '8']);
  });

  it('take no more rows than they are given', () => {
    const statuses = fc.array(
      fc.constantFrom('Completed', 'Cancelled', 'Running', 'Failed', 'Pending', 'odd'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(statuses, fc.nat(20), fc.nat(20), fc.nat(20), (words, ended, active, coming) => {
        const rows = { ended, active, coming };
        const { shown, folded } = foldStages(stagesOf(...words), rows);
        const lines = Object.values(folded).filter(({ length }) => length > 0).length;
        expect(shown.length + lines).toBeLessThanOrEqual(ended + active + coming);
      }),
    );
  });
});

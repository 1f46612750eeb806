import { describe, expect, it } from 'vitest';
import { comingStages, NO_PAST, sumUpPast } from '../../../../src/server/answers/formulas/past.js';
import { aPast } from './plans.js';

const jobs = [
  aPast({ Load: 100, Mine: 300, Report: 50 }),
  aPast({ Load: 200, Mine: 500, Report: 70 }),
  aPast({ Load: 120, Mine: 310, Retry: 900, Report: 60 }),
];
const past = sumUpPast(jobs);

describe('what past jobs let expect', () => {
  it('are medians, which one odd run does not move', () => {
    expect(past.jobMs).toBe(770);
    expect(Object.fromEntries(past.stageMs)).toEqual({
      Load: 120,
      Mine: 310,
      Report: 60,
      Retry: 900,
    });
  });

  it('leaves out stages that take no time', () => {
    expect(sumUpPast([aPast({ Load: 0, Mine: 5 })]).stageMs).toEqual(new Map([['Mine', 5]]));
  });

  it('is nothing without past jobs', () => {
    expect(NO_PAST).toEqual({ jobs: [], jobMs: undefined, stageMs: new Map(), usualStages: [] });
  });
});

describe('the stages to come', () => {
  it('are those that most past jobs had, in the order of the newest one', () => {
    expect(comingStages([], past)).toEqual(['Load', 'Mine', 'Report']);
    expect(comingStages([], sumUpPast([aPast({ Retry: 1, Load: 1 }), ...jobs]))).toEqual(['Load']);
  });

  it('stand after all that the job has had: what it skipped does not come back', () => {
    expect(comingStages(['Mine'], past)).toEqual(['Report']);
    expect(comingStages(['Report'], past)).toEqual([]);
  });

  it('are not known of a job that goes another way, or has no past', () => {
    expect(comingStages(['Something else'], past)).toEqual([]);
    expect(comingStages(['Load'], NO_PAST)).toEqual([]);
  });
});

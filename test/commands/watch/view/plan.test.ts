import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JobNeeds, planJob } from '../../../../src/commands/watch/view/plan.js';

const someNeeds: fc.Arbitrary<JobNeeds> = fc.record({
  times: fc.nat(1),
  notes: fc.nat(3),
  ended: fc.nat(40),
  active: fc.nat(12),
  coming: fc.nat(40),
  activity: fc.nat(1),
  resources: fc.nat(3),
  more: fc.nat(2),
  panels: fc.nat(60),
  logs: fc.nat(50),
  status: fc.nat(1),
  isStale: fc.boolean(),
});

const example: JobNeeds = {
  times: 1,
  notes: 0,
  ended: 12,
  active: 2,
  coming: 5,
  activity: 1,
  resources: 3,
  more: 2,
  panels: 0,
  logs: 40,
  status: 1,
  isStale: false,
};

/** The rows of the parts that have any. */
const planned = (rows: number, needs: JobNeeds): Record<string, number> =>
  Object.fromEntries(Object.entries(planJob(rows, needs)).filter(([, count]) => count > 0));

describe('the rows of a job', () => {
  it('are those that matter most, where there are few', () => {
    expect(planned(1, example)).toEqual({ title: 1 });
    expect(planned(2, example)).toEqual({ title: 1, headline: 1 });
    expect(planned(3, example)).toEqual({ title: 1, headline: 1, status: 1 });
    expect(planned(5, example)).toEqual({ title: 1, headline: 1, status: 1, active: 2 });
    expect(planned(10, example)).toEqual({
      title: 1,
      headline: 1,
      status: 1,
      active: 2,
      ended: 1,
      coming: 1,
      logs: 2,
      times: 1,
    });
  });

  it('tell that what is known is old before how far the job is', () => {
    expect(planned(2, { ...example, isStale: true })).toEqual({ title: 1, status: 1 });
  });

  it('unfold coming stages before ended ones, and give the log what is left', () => {
    const most = planJob(40, example);
    expect(planJob(24, example)).toMatchObject({ coming: 5, ended: 1, logs: 5 });
    expect(planJob(30, example)).toMatchObject({ coming: 5, ended: 5, logs: 5 });
    expect(most).toMatchObject({ coming: 5, ended: 12, statusGap: 1, factGap: 1, logs: 6 });
  });

  it('are half for the panels that were switched on', () => {
    expect(planJob(24, { ...example, panels: 60 })).toMatchObject({ panels: 12, logRule: 1 });
    expect(planJob(24, { ...example, panels: 5 })).toMatchObject({ panels: 5 });
  });

  it('are never more than there are', () => {
    fc.assert(
      fc.property(fc.nat(80), someNeeds, (rows, needs) => {
        const sum = Object.values(planJob(rows, needs)).reduce((total, count) => total + count, 0);
        expect(sum).toBeLessThanOrEqual(rows);
      }),
    );
  });

  it('hold every running and failed stage as soon as there are three more than those', () => {
    fc.assert(
      fc.property(fc.nat(80), someNeeds, (spare, needs) => {
        expect(planJob(needs.active + 3 + spare, needs).active).toBe(needs.active);
      }),
    );
  });

  it('become no fewer for any part when the screen grows', () => {
    fc.assert(
      fc.property(fc.nat(80), someNeeds, (rows, needs) => {
        const fewer = planJob(rows, needs);
        const more = planJob(rows + 1, needs);
        for (const [part, count] of Object.entries(fewer)) {
          expect(more[part as keyof typeof more], part).toBeGreaterThanOrEqual(count);
        }
      }),
    );
  });
});

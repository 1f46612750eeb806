import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, createReporting, inShort } from './reporting.js';

test('progress is that of the stage that runs', () => {
  const reporting = createReporting();

  reporting.take(
    { type: 'stage', stageName: 'Load', totalRecords: 200 },
    { type: 'progress', records: 156 },
  );

  expect(reporting.stage('Load')).toMatchObject({
    recordsProcessed: 156,
    totalRecords: 200,
    percent: 78,
  });
  expect(reporting.job()).not.toHaveProperty('percent');
});

test('progress is that of the whole job where no stage runs', () => {
  const reporting = createReporting();

  reporting.take({ type: 'progress', percent: 40, records: 3 });

  expect(reporting.job()).toMatchObject({ percent: 40, recordsProcessed: 3 });
});

test('progress can name a stage: a new one starts by it, an ended one stays ended', () => {
  const reporting = createReporting();

  const { events } = reporting.take(
    { type: 'progress', stageName: 'Load', records: 5, totalRecords: 10, time: at(1) },
    { type: 'stage', stageName: 'Check', time: at(2) },
    { type: 'progress', stageName: 'Load', records: 10, time: at(3) },
  );

  expect(inShort(events)).toEqual([
    'StageStarted Load',
    'Progress Load 50',
    'StageCompleted Load',
    'StageStarted Check',
    'Progress Load 100',
  ]);
  expect(reporting.stage('Load')).toMatchObject({ status: 'Completed', percent: 100 });
});

test('a percentage that is reported counts more than the records', () => {
  const reporting = createReporting();

  reporting.take({ type: 'progress', percent: 12.5, records: 90, totalRecords: 100 });

  expect(reporting.job().percent).toBe(12.5);
});

test('more records than there are in all make 100 percent; none in all make none', () => {
  const reporting = createReporting();

  reporting.take({ type: 'progress', records: 12, totalRecords: 10 });
  expect(reporting.job().percent).toBe(100);
  reporting.take(
    { type: 'stage', stageName: 'Empty' },
    { type: 'progress', records: 0, totalRecords: 0 },
  );

  expect(reporting.stage('Empty')).not.toHaveProperty('percent');
});

test('every ten points make an event, and what is between a sub-event once a second', () => {
  const { events } = createReporting().take(
    { type: 'progress', percent: 4, time: at(1) },
    { type: 'progress', percent: 5, time: at(1.5) },
    { type: 'progress', percent: 6, time: at(2) },
    { type: 'progress', percent: 12.37, time: at(2.1) },
    { type: 'progress', percent: 19, time: at(2.2) },
    { type: 'progress', percent: 47, time: at(2.3) },
  );

  expect(inShort(events)).toEqual([
    'Progress (sub) 4',
    'Progress (sub) 6',
    'Progress 12.3',
    'Progress 47',
  ]);
});

test('an event of progress tells records, what is left, and what is being done', () => {
  const { events } = createReporting().take(
    { type: 'stage', stageName: 'Analyse', totalRecords: 192_850 },
    { type: 'activity', operation: 'Measuring' },
    { type: 'progress', records: 150_243 },
  );

  expect(events.at(-1)?.details).toEqual({
    stageName: 'Analyse',
    progress: 77.9,
    recordsProcessed: 150_243,
    remainingRecords: 42_607,
    currentOperation: 'Measuring',
  });
});

test('a reporter that goes back and forth makes no step twice', () => {
  const { events, outbox } = createReporting().take(
    { type: 'progress', percent: 10, time: at(1) },
    { type: 'progress', percent: 9, time: at(1.1) },
    { type: 'progress', percent: 10, time: at(1.2) },
  );

  expect(inShort(events)).toEqual(['Progress 10']);
  expect(outbox).toHaveLength(1);
});

test('subscribers hear of whole points', () => {
  const { outbox } = createReporting().take(
    { type: 'progress', percent: 0.4 },
    { type: 'progress', percent: 1 },
    { type: 'progress', percent: 1.9 },
    { type: 'progress', percent: 3.2, records: 32, totalRecords: 1_000 },
  );

  expect(outbox.map(({ body }) => body['data'])).toEqual([
    { progress: 1 },
    { progress: 3.2, recordsProcessed: 32, remainingRecords: 968 },
  ]);
});

test('a report of progress that says nothing changes nothing', () => {
  const reporting = createReporting();

  const { events } = reporting.take({ type: 'progress' });

  expect(events).toEqual([]);
});

test('however many reports come, a hundred points make at most a hundred outbox rows and ten steps', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ percent: fc.float({ min: 0, max: 100, noNaN: true }), second: fc.nat(60) }),
        {
          maxLength: 400,
        },
      ),
      (reports) => {
        const { events, outbox, job } = createReporting().take(
          ...reports.map(({ percent, second }) => ({
            type: 'progress' as const,
            percent,
            time: at(second),
          })),
        );
        expect(outbox.length).toBeLessThanOrEqual(100);
        expect(events.filter(({ isSub }) => !isSub).length).toBeLessThanOrEqual(10);
        expect(events.filter(({ isSub }) => isSub).length).toBeLessThanOrEqual(61);
        expect(job.percent ?? 0).toBeGreaterThanOrEqual(0);
        expect(job.percent ?? 0).toBeLessThanOrEqual(100);
      },
    ),
    { numRuns: 200 },
  );
});

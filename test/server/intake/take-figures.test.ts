import { expect, test } from 'vitest';
import { FIGURES_MAX } from '../../../src/server/intake/take-figures.js';
import { at, createReporting, inShort, START } from './reporting.js';

test('a figure belongs to the stage that runs, else to the job; the newest value counts', () => {
  const reporting = createReporting();

  reporting.take(
    { type: 'metric', key: 'region', value: 'eu' },
    { type: 'stage', stageName: 'Load' },
    { type: 'metric', key: 'filesRead', value: 1 },
    { type: 'metric', key: 'filesRead', value: 2 },
    { type: 'metric', key: 'valid', value: true },
  );

  expect(reporting.job().metrics).toEqual({ region: 'eu' });
  expect(reporting.stage('Load')?.metrics).toEqual({ filesRead: 2, valid: true });
});

test('the name of a figure can be any word', () => {
  const reporting = createReporting();

  reporting.take(
    { type: 'metric', key: '__proto__', value: 1 },
    { type: 'metric', key: 'constructor', value: 2 },
  );

  expect(JSON.stringify(reporting.job().metrics)).toBe('{"__proto__":1,"constructor":2}');
});

test('a job that names a figure after everything keeps the first two hundred', () => {
  const reporting = createReporting();

  reporting.take(
    ...Array.from({ length: 300 }, (_, index) => ({
      type: 'metric' as const,
      key: `row ${index}`,
      value: index,
    })),
    { type: 'metric', key: 'row 7', value: 'again' },
  );

  expect(Object.keys(reporting.job().metrics)).toHaveLength(FIGURES_MAX);
  expect(reporting.job().metrics['row 7']).toBe('again');
});

test('a sample has the stage and the records of its moment', () => {
  const { samples } = createReporting().take(
    { type: 'sample', cpuPercent: 12, time: at(1) },
    { type: 'stage', stageName: 'Load' },
    { type: 'progress', records: 40 },
    { type: 'sample', cpuPercent: 90, memoryBytes: 5_000_000, processes: 3, time: at(2) },
  );

  expect(samples).toEqual([
    { timeMs: START + 1_000, cpuPercent: 12 },
    {
      timeMs: START + 2_000,
      cpuPercent: 90,
      memoryBytes: 5_000_000,
      processes: 3,
      stage: 'Load',
      recordsProcessed: 40,
    },
  ]);
});

test('an activity is the newest one, whole', () => {
  const reporting = createReporting();

  reporting.take(
    { type: 'activity', operation: 'Reading', component: 'Loader', details: 'a.csv' },
    { type: 'activity', operation: 'Sorting' },
  );

  expect(reporting.job().activity).toEqual({ operation: 'Sorting' });
});

test('quality is gathered from its reports', () => {
  const reporting = createReporting();

  reporting.take({ type: 'quality', dataQualityScore: 98.2, validationsPassed: 4 });
  reporting.take({ type: 'quality', validationsPassed: 5, validationsFailed: 1 });

  expect(reporting.job().quality).toEqual({
    dataQualityScore: 98.2,
    validationsPassed: 5,
    validationsFailed: 1,
  });
});

test('a milestone is an event with its text and details', () => {
  const { events, outbox } = createReporting().take({
    type: 'milestone',
    message: 'Model found',
    details: { activities: 47 },
    time: at(5),
  });

  expect(inShort(events)).toEqual(['Milestone Model found']);
  expect(events[0]).toMatchObject({ timeMs: START + 5_000, details: { activities: 47 } });
  expect(outbox).toEqual([]);
});

import { expect, test } from 'vitest';
import { STAGES_MAX } from '../../../src/server/intake/draft.js';
import { at, createReporting, inShort, START } from './reporting.js';

test('a stage that starts runs, in the place of its first appearance', () => {
  const reporting = createReporting();

  const { events, outbox } = reporting.take({
    type: 'stage',
    stageName: 'Data Loading',
    totalRecords: 192_850,
    expectedDurationMs: 120_000,
    time: at(15),
  });

  expect(reporting.stage('Data Loading')).toEqual({
    name: 'Data Loading',
    order: 1,
    status: 'Running',
    startedAtMs: START + 15_000,
    totalRecords: 192_850,
    expectedDurationMs: 120_000,
    metrics: {},
  });
  expect(events).toEqual([
    {
      sequence: 2,
      timeMs: START + 15_000,
      type: 'StageStarted',
      isSub: false,
      stageName: 'Data Loading',
      details: { stageName: 'Data Loading', expectedDurationMs: 120_000, recordCount: 192_850 },
    },
  ]);
  expect(outbox.map(({ event }) => event)).toEqual(['stageStarted']);
});

test('one stage runs at a time: the next one completes it', () => {
  const reporting = createReporting();
  reporting.take(
    { type: 'stage', stageName: 'Load', time: at(15) },
    { type: 'progress', records: 200, time: at(60) },
    { type: 'metric', key: 'filesRead', value: 3 },
  );

  const { events } = reporting.take({ type: 'stage', stageName: 'Analyse', time: at(150) });

  expect(reporting.stage('Load')).toMatchObject({ order: 1, status: 'Completed' });
  expect(reporting.stage('Analyse')).toMatchObject({ order: 2, status: 'Running' });
  expect(inShort(events)).toEqual(['StageCompleted Load', 'StageStarted Analyse']);
  expect(events[0]?.details).toEqual({
    filesRead: 3,
    stageName: 'Load',
    actualDurationMs: 135_000,
    recordsProcessed: 200,
  });
});

test('starting the stage that runs starts nothing, and takes what is new about it', () => {
  const reporting = createReporting();
  reporting.take({ type: 'stage', stageName: 'Load', time: at(1) });

  const { events } = reporting.take({
    type: 'stage',
    stageName: 'Load',
    totalRecords: 5,
    time: at(9),
  });

  expect(events).toEqual([]);
  expect(reporting.stage('Load')).toMatchObject({ startedAtMs: START + 1_000, totalRecords: 5 });
});

test('a stage that starts again begins anew and keeps its place', () => {
  const reporting = createReporting();
  reporting.take(
    { type: 'stage', stageName: 'Load', totalRecords: 10, time: at(1) },
    { type: 'progress', records: 9 },
    { type: 'metric', key: 'errors', value: 1 },
    { type: 'stage', stageName: 'Check', time: at(5) },
  );

  reporting.take({ type: 'stage', stageName: 'Load', time: at(8) });

  expect(reporting.stage('Load')).toMatchObject({
    order: 1,
    status: 'Running',
    startedAtMs: START + 8_000,
    metrics: {},
  });
  expect(reporting.stage('Load')).not.toHaveProperty('endedAtMs');
  expect(reporting.stage('Load')).not.toHaveProperty('percent');
  expect(reporting.stage('Check')?.status).toBe('Completed');
  expect(inShort(reporting.take({ type: 'progress', percent: 30 }).events)).toEqual([
    'Progress Load 30',
  ]);
});

test('a stage can be announced before it starts', () => {
  const reporting = createReporting();

  const { events } = reporting.take(
    { type: 'stage', stageName: 'Load', state: 'pending', expectedDurationMs: 9_000 },
    { type: 'stage', stageName: 'Check', state: 'pending' },
    { type: 'stage', stageName: 'Check' },
  );

  expect(reporting.stage('Load')).toEqual({
    name: 'Load',
    order: 1,
    status: 'Pending',
    expectedDurationMs: 9_000,
    metrics: {},
  });
  expect(inShort(events)).toEqual(['StageStarted Check']);
});

test('a stage that fails ends with StageCompleted and says so in its status', () => {
  const reporting = createReporting();

  const { events, outbox } = reporting.take(
    { type: 'stage', stageName: 'Load', time: at(1) },
    { type: 'stage', stageName: 'Load', state: 'failed', time: at(3) },
  );

  expect(reporting.stage('Load')).toMatchObject({ status: 'Failed', endedAtMs: START + 3_000 });
  expect(events[1]).toMatchObject({
    type: 'StageCompleted',
    details: { stageName: 'Load', status: 'Failed', actualDurationMs: 2_000 },
  });
  expect(outbox.at(-1)?.body).toMatchObject({ data: { status: 'Failed' } });
});

test('a stage ends once', () => {
  const reporting = createReporting();
  reporting.take(
    { type: 'stage', stageName: 'Load' },
    { type: 'stage', stageName: 'Load', state: 'failed' },
  );

  const { events } = reporting.take({ type: 'stage', stageName: 'Load', state: 'completed' });

  expect(events).toEqual([]);
  expect(reporting.stage('Load')?.status).toBe('Failed');
});

test('a stage of which only the end is told has no start and no duration', () => {
  const reporting = createReporting();

  const { events } = reporting.take({
    type: 'stage',
    stageName: 'Warm-up',
    state: 'completed',
    time: at(4),
  });

  expect(reporting.stage('Warm-up')).toEqual({
    name: 'Warm-up',
    order: 1,
    status: 'Completed',
    endedAtMs: START + 4_000,
    metrics: {},
  });
  expect(events[0]?.details).toEqual({ stageName: 'Warm-up' });
});

test('a stage never ends before it started, whatever the times say', () => {
  const reporting = createReporting();

  reporting.take(
    { type: 'stage', stageName: 'Load', time: at(10) },
    { type: 'stage', stageName: 'Load', state: 'completed', time: at(5) },
  );

  expect(reporting.stage('Load')?.endedAtMs).toBe(START + 10_000);
});

test('a job that makes a stage of everything is told that it is a mistake', () => {
  const stages = Array.from({ length: STAGES_MAX + 1 }, (_, index) => ({
    type: 'stage' as const,
    stageName: `file ${index}`,
  }));

  expect(() => createReporting().take(...stages)).toThrow('a job can have 1000 stages');
});

import { expect, test } from 'vitest';
import { MESSAGES_TOLD_MAX } from '../../../src/server/intake/take-log.js';
import { takeReports } from '../../../src/server/intake/take-reports.js';
import { at, createReporting, inShort, START, withId } from './reporting.js';

test('log lines are numbered from 1 and counted by level', () => {
  const reporting = createReporting();

  const first = reporting.take({ type: 'log', message: 'one' }, { type: 'log', message: 'two' });
  const second = reporting.take({ type: 'log', level: 'DEBUG', message: 'three' });

  expect(first.logs.map(({ sequence, message }) => [sequence, message])).toEqual([
    [1, 'one'],
    [2, 'two'],
  ]);
  expect(second.logs.map(({ sequence, level }) => [sequence, level])).toEqual([[3, 'DEBUG']]);
  expect(reporting.job()).toMatchObject({
    logSequence: 3,
    logCounts: { DEBUG: 1, INFO: 2, WARN: 0, ERROR: 0 },
  });
});

test('a line keeps its component, its details and its time', () => {
  const { logs } = createReporting().take({
    type: 'log',
    time: at(12.5),
    level: 'INFO',
    component: 'Loader',
    message: 'read a file',
    details: { rows: 12, file: { name: 'a.csv' } },
  });

  expect(logs).toEqual([
    {
      sequence: 1,
      timeMs: START + 12_500,
      level: 'INFO',
      component: 'Loader',
      message: 'read a file',
      details: { rows: 12, file: { name: 'a.csv' } },
    },
  ]);
});

test('a line belongs to the stage that it names, else to the one that runs', () => {
  const { logs } = createReporting().take(
    { type: 'log', message: 'before' },
    { type: 'stage', stageName: 'Load' },
    { type: 'log', message: 'within' },
    { type: 'log', message: 'late', stage: 'Prepare' },
  );

  expect(logs.map(({ stage }) => stage)).toEqual([undefined, 'Load', 'Prepare']);
});

test('levels are understood in every spelling; an unknown one is INFO and kept in the details', () => {
  const { logs } = createReporting().take(
    { type: 'log', level: 'warning', message: 'a' },
    { type: 'log', level: 'Hata', message: 'b' },
    { type: 'log', level: '情報', message: 'c' },
    { type: 'log', level: 'VERBOSE', message: 'd', details: { rows: 1 } },
  );

  expect(logs.map(({ level }) => level)).toEqual(['WARN', 'ERROR', 'INFO', 'INFO']);
  expect(logs.map(({ details }) => details)).toEqual([
    undefined,
    undefined,
    undefined,
    { level: 'VERBOSE', rows: 1 },
  ]);
});

test('a WARN or ERROR line makes an event and tells subscribers', () => {
  const { events, outbox } = createReporting().take(
    { type: 'stage', stageName: 'Load', time: at(1) },
    {
      type: 'log',
      level: 'WARN',
      time: at(2),
      component: 'Loader',
      message: 'missing times',
      details: { rows: 125 },
    },
    { type: 'log', level: 'ERROR', time: at(3), message: 'out of memory' },
  );

  expect(inShort(events)).toEqual([
    'StageStarted Load',
    'Warning Load missing times',
    'Error Load out of memory',
  ]);
  expect(events[1]).toMatchObject({
    timeMs: START + 2_000,
    isSub: false,
    details: { component: 'Loader', rows: 125 },
  });
  expect(outbox.map(({ event }) => event)).toEqual(['stageStarted', 'warning', 'error']);
});

test('equal messages of one stage make one event, over any number of requests', () => {
  const reporting = createReporting();
  const line = { type: 'log', level: 'WARN', message: 'missing times' } as const;

  const first = reporting.take({ type: 'stage', stageName: 'Load' }, line, line);
  const second = reporting.take(line, { ...line, level: 'ERROR' });
  const third = reporting.take({ type: 'stage', stageName: 'Analyse' }, line, line);

  expect(inShort(first.events)).toEqual(['StageStarted Load', 'Warning Load missing times']);
  expect(inShort(second.events)).toEqual(['Error Load missing times']);
  expect(inShort(third.events)).toEqual([
    'StageCompleted Load',
    'StageStarted Analyse',
    'Warning Analyse missing times',
  ]);
  expect(third.logs).toHaveLength(2);
});

test('equal messages of stages that only logs name are told once for each of them', () => {
  const line = { type: 'log', level: 'WARN', message: 'slow' } as const;

  const { events } = createReporting().take(
    { ...line, stage: 'A' },
    { ...line, stage: 'B' },
    { ...line, stage: 'A' },
  );

  expect(inShort(events)).toEqual(['Warning A slow', 'Warning B slow']);
});

test('after a hundred different messages of a stage the timeline has enough, the log has all', () => {
  const lines = Array.from({ length: 250 }, (_, index) => ({
    type: 'log' as const,
    level: 'WARN',
    message: `row ${index}`,
  }));

  const { events, logs } = createReporting().take(...lines, {
    type: 'log',
    level: 'ERROR',
    message: 'this is not a warning',
  });

  expect(logs).toHaveLength(251);
  expect(events).toHaveLength(MESSAGES_TOLD_MAX + 1);
  expect(inShort(events).at(-1)).toBe('Error this is not a warning');
});

test('a debug line is told to subscribers only if somebody asked for it', () => {
  const { state } = createReporting();
  let asked = 0;
  const take = (isWanted: boolean, ...levels: string[]) => {
    const reports = levels.map((level) =>
      withId({ type: 'log', level, component: 'Loader', message: level, details: { rows: 1 } }),
    );
    const isDebugWanted = (): boolean => {
      asked += 1;
      return isWanted;
    };
    const context = { nowMs: START + 1_000, newId: () => 'id', isDebugWanted };
    return takeReports(state, reports, context).outbox;
  };
  expect(take(true, 'INFO', 'WARN').map(({ event }) => event)).toEqual(['warning']);
  expect(asked).toBe(0);
  expect(take(false, 'DEBUG')).toEqual([]);
  expect(take(true, 'DEBUG')).toMatchObject([
    {
      event: 'debug',
      body: {
        type: 'debug',
        data: { component: 'Loader', message: 'DEBUG', details: { rows: 1 } },
      },
    },
  ]);
});

import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../src/contract/index.js';
import { stageEvents } from '../../../src/domain/events/stage-events.js';

const at = (time: string): number => Date.parse(`2024-01-20T${time}Z`);
const NOW = '10:45:00';

/** What happened between two looks, the second one at 10:45: the stage, where it came from and to, and when. */
const told = (before: Stage[] | undefined, stages: Stage[]): string[] =>
  stageEvents({ jobId: 'a', before, stages, atMs: at(NOW) }).map(
    ({ stageName, previous = '', status, atMs }) =>
      `${new Date(atMs).toISOString().slice(11, 19)} ${stageName}: ${previous} > ${status}`,
  );

const stage = (stageName: string, status: string, more: Partial<Stage> = {}): Stage => ({
  stageName,
  status,
  ...more,
});
const time = (clock: string): string => `2024-01-20T${clock}Z`;

describe('what happened to stages', () => {
  it('is nothing when they are as they were', () => {
    const stages = [
      stage('Load', 'Completed'),
      stage('Mine', 'Running'),
      stage('Report', 'Pending'),
    ];
    expect(told(stages, stages)).toEqual([]);
  });

  it('is told of those that have begun, at a first look', () => {
    const stages = [
      stage('Load', 'Completed', { startTime: time('10:30:00'), endTime: time('10:32:15') }),
      stage('Mine', 'Çalışıyor', { startTime: time('10:32:16') }),
      stage('Report', 'Beklemede'),
    ];
    expect(told(undefined, stages)).toEqual([
      '10:32:15 Load:  > Completed',
      '10:32:16 Mine:  > Running',
    ]);
  });

  it('is told of a stage that began and ended between two looks, both in order', () => {
    const before = [stage('Load', 'Running'), stage('Mine', 'Pending'), stage('Report', 'Pending')];
    const after = [
      stage('Load', 'Completed', { startTime: time('10:30:00'), endTime: time('10:44:01') }),
      stage('Mine', 'Completed', { startTime: time('10:44:01'), endTime: time('10:44:02') }),
      stage('Report', 'Running', { startTime: time('10:44:02') }),
    ];
    expect(told(before, after)).toEqual([
      '10:44:01 Load: Running > Completed',
      '10:44:01 Mine: Pending > Running',
      '10:44:02 Mine: Running > Completed',
      '10:44:02 Report: Pending > Running',
    ]);
  });

  it('is told of a stage that nobody knew of before', () => {
    expect(told([], [stage('Extra', 'Completed')])).toEqual([
      '10:45:00 Extra:  > Running',
      '10:45:00 Extra: Running > Completed',
    ]);
  });

  it('has no beginning of a stage that was left out', () => {
    expect(told([stage('Report', 'Pending')], [stage('Report', 'Cancelled')])).toEqual([
      '10:45:00 Report: Pending > Cancelled',
    ]);
    expect(told([stage('Report', 'Pending')], [stage('Report', 'Failed')])).toEqual([
      '10:45:00 Report: Pending > Failed',
    ]);
  });

  it('shows a status that is not known as it came', () => {
    expect(told([stage('Load', 'Running')], [stage('Load', 'Paused')])).toEqual([
      '10:45:00 Load: Running > Paused',
    ]);
  });

  it('tells stages of one name apart', () => {
    const before = [stage('Try', 'Failed'), stage('Try', 'Pending')];
    const after = [stage('Try', 'Failed'), stage('Try', 'Running')];
    expect(told(before, after)).toEqual(['10:45:00 Try: Pending > Running']);
  });

  it('never ends before it began, nor after it was seen', () => {
    const odd = { startTime: time('10:44:30'), endTime: time('10:44:00') };
    expect(told([stage('Odd', 'Pending')], [stage('Odd', 'Completed', odd)])).toEqual([
      '10:44:30 Odd: Pending > Running',
      '10:44:30 Odd: Running > Completed',
    ]);
    const ahead = { startTime: time('10:44:30'), endTime: time('11:00:00') };
    expect(told([stage('Odd', 'Running')], [stage('Odd', 'Completed', ahead)])).toEqual([
      '10:45:00 Odd: Running > Completed',
    ]);
  });

  it('tells how long a stage took and how much it did', () => {
    const ended = stage('Load', 'Completed', {
      startTime: time('10:30:00'),
      endTime: time('10:32:15'),
      recordsProcessed: 192_850,
    });
    const events = stageEvents({ jobId: 'a', before: undefined, stages: [ended], atMs: at(NOW) });
    expect(events).toMatchObject([{ durationMs: 135_000, recordsProcessed: 192_850 }]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimelineBody } from '../../src/contract/index.js';
import type { Lane } from '../../src/domain/stage-lanes.js';
import { timelineChart } from '../../src/domain/timeline-chart.js';
import { example, exampleLanguages } from '../helpers/examples.js';
import { EXAMPLE_NOW_MS } from '../helpers/look.js';
import { at, bodyOf, event } from '../helpers/timelines.js';

const seconds = (lane: Lane) => ({
  name: lane.name,
  from: (lane.startMs - at(0)) / 1000,
  to: (lane.endMs - at(0)) / 1000,
  outcome: lane.outcome,
  ...(lane.expectedEndMs === undefined ? {} : { expected: (lane.expectedEndMs - at(0)) / 1000 }),
  ...(lane.isStartKnown ? {} : { isStartKnown: false }),
});

/** Start, end and outcome of each lane in seconds since 10:30:00, the job first. */
function lanesOf(body: TimelineBody, nowMs = EXAMPLE_NOW_MS) {
  const chart = timelineChart(body, nowMs);
  return chart === undefined ? undefined : [chart.job, ...chart.stages].map(seconds);
}

describe('the chart of a documented example', () => {
  test.each(exampleLanguages)('has the same lanes and marks in the example of %s', (language) => {
    const chart = timelineChart(example(language, 'timeline'), EXAMPLE_NOW_MS);
    const stages = chart?.stages.map(seconds).map(({ name: _, ...lane }) => lane);
    expect(stages).toEqual([
      { from: 15, to: 135, outcome: 'done' },
      { from: 135, to: 690, outcome: 'done' },
      { from: 690, to: 933, outcome: 'running', expected: 1080 },
      { from: 1080, to: 1080, outcome: 'expected', expected: 1320 },
    ]);
    expect(
      chart?.marks.map(({ kind, timeMs, lane }) => [kind, (timeMs - at(0)) / 1000, lane]),
    ).toEqual([
      ['milestone', 330, 1],
      ['warning', 502, 1],
      ['error', 670, 1],
    ]);
    expect(chart).toMatchObject({ startMs: at(0), endMs: at(1320), nowMs: EXAMPLE_NOW_MS });
  });
});

describe('pairing stages', () => {
  const started = (seconds_: number, name?: string) => event(seconds_, 'StageStarted', name);
  const completed = (seconds_: number, name?: string) => event(seconds_, 'StageCompleted', name);

  test('stages that run at once are lanes of their own', () => {
    const body = bodyOf([
      started(0, 'A'),
      started(10, 'B'),
      completed(20, 'A'),
      completed(30, 'B'),
    ]);
    expect(lanesOf(body)?.slice(1)).toEqual([
      { name: 'A', from: 0, to: 20, outcome: 'done' },
      { name: 'B', from: 10, to: 30, outcome: 'done' },
    ]);
  });

  test('a stage that starts again while it runs ends its first stretch', () => {
    const body = bodyOf([started(0, 'A'), started(10, 'A'), completed(20, 'A')]);
    expect(lanesOf(body)?.slice(1)).toEqual([
      { name: 'A', from: 0, to: 10, outcome: 'ended' },
      { name: 'A', from: 10, to: 20, outcome: 'done' },
    ]);
  });

  test('an end without a start is a lane from the beginning whose start is not known', () => {
    const body = bodyOf([event(0, 'JobStarted'), completed(20, 'A')]);
    expect(lanesOf(body)?.slice(1)).toEqual([
      { name: 'A', from: 0, to: 20, outcome: 'done', isStartKnown: false },
    ]);
  });

  test('an end that names no stage is that of the only one that runs', () => {
    const body = bodyOf([started(0, 'A'), { ...completed(20), description: 'done' }]);
    expect(lanesOf(body)?.slice(1)).toEqual([{ name: 'A', from: 0, to: 20, outcome: 'done' }]);
  });

  test('without a name in the details the description names the stage', () => {
    const body = bodyOf([
      { ...started(0), description: 'load' },
      { ...started(5), description: 'sort' },
      { ...completed(9), description: 'load' },
    ]);
    expect(lanesOf(body, at(20))?.slice(1)).toEqual([
      { name: 'load', from: 0, to: 9, outcome: 'done' },
      { name: 'sort', from: 5, to: 20, outcome: 'running' },
    ]);
  });

  test('a stage fails with its own event, with its status, or with the job', () => {
    const body = bodyOf([
      started(0, 'A'),
      event(5, 'StageFailed', 'A'),
      started(5, 'B'),
      { ...completed(9), details: { stageName: 'B', status: 'Başarısız' } },
      started(9, 'C'),
      event(12, 'JobFailed'),
    ]);
    expect(lanesOf(body)).toEqual([
      { name: 'Job', from: 0, to: 12, outcome: 'failed' },
      { name: 'A', from: 0, to: 5, outcome: 'failed' },
      { name: 'B', from: 5, to: 9, outcome: 'failed' },
      { name: 'C', from: 9, to: 12, outcome: 'failed' },
    ]);
  });

  test('what runs when the job is over ends with it', () => {
    const body = {
      ...bodyOf([started(0, 'A')]),
      timelineScope: { endTime: '2024-01-20T10:30:40Z' },
    };
    expect(lanesOf(body)).toEqual([
      { name: 'Job', from: 0, to: 40, outcome: 'ended' },
      { name: 'A', from: 0, to: 40, outcome: 'ended' },
    ]);
  });

  test('events may come in any order', () => {
    const body = bodyOf([
      completed(30, 'B'),
      started(10, 'B'),
      completed(10, 'A'),
      started(0, 'A'),
    ]);
    expect(lanesOf(body)?.slice(1)).toEqual([
      { name: 'A', from: 0, to: 10, outcome: 'done' },
      { name: 'B', from: 10, to: 30, outcome: 'done' },
    ]);
  });

  test('a mark belongs to the stage it names, else to the one that started last, else to the job', () => {
    const body = bodyOf([
      event(1, 'Warning'),
      started(2, 'A'),
      started(3, 'B'),
      event(4, 'Milestone'),
      event(5, 'Error', 'A'),
      completed(6, 'B'),
      event(7, 'Milestone'),
      completed(8, 'A'),
      event(9, 'Error'),
    ]);
    const marks = timelineChart(body, at(10))?.marks;
    expect(marks?.map(({ lane }) => lane)).toEqual([undefined, 1, 0, 0, undefined]);
  });

  test('a name that objects already have is a name like any other', () => {
    const body = bodyOf([
      started(0, '__proto__'),
      completed(4, '__proto__'),
      started(5, 'constructor'),
    ]);
    expect(lanesOf(body, at(9))?.slice(1)).toEqual([
      { name: '__proto__', from: 0, to: 4, outcome: 'done' },
      { name: 'constructor', from: 5, to: 9, outcome: 'running' },
    ]);
  });
});

describe('what is expected', () => {
  const running = [event(0, 'StageStarted', 'Load'), event(2, 'StageStarted', 'Sort')];
  const upcoming = (seconds_: number, eventType: string, stageName?: string, description = '') => ({
    estimatedTime: new Date(at(seconds_)).toISOString(),
    eventType,
    description,
    ...(stageName === undefined ? {} : { details: { stageName } }),
  });

  test('the end of a running stage is found by its name, or by its name in the sentence', () => {
    const body = {
      ...bodyOf(running),
      upcomingEvents: [
        upcoming(30, 'StageCompletion', 'Load'),
        upcoming(40, 'StageCompletion', undefined, 'Sort is expected to end'),
      ],
    };
    expect(lanesOf(body, at(10))?.slice(1)).toEqual([
      { name: 'Load', from: 0, to: 10, outcome: 'running', expected: 30 },
      { name: 'Sort', from: 2, to: 10, outcome: 'running', expected: 40 },
    ]);
  });

  test('an end that could be that of two stages is on no lane', () => {
    const body = { ...bodyOf(running), upcomingEvents: [upcoming(30, 'StageCompletion')] };
    expect(lanesOf(body, at(10))?.every((lane) => !('expected' in lane))).toBe(true);
  });

  test('a stage to come lasts until its own end, else until what is expected next', () => {
    const body = {
      ...bodyOf([event(0, 'JobStarted')]),
      upcomingEvents: [
        upcoming(20, 'StageStart', 'A'),
        upcoming(20, 'StageStart', 'B'),
        upcoming(30, 'StageStart', 'C'),
        upcoming(50, 'StageCompletion', 'A'),
        upcoming(60, 'JobCompletion'),
      ],
    };
    expect(lanesOf(body, at(10))).toEqual([
      { name: 'Job', from: 0, to: 10, outcome: 'running', expected: 60 },
      { name: 'A', from: 20, to: 20, outcome: 'expected', expected: 50 },
      { name: 'B', from: 20, to: 20, outcome: 'expected', expected: 30 },
      { name: 'C', from: 30, to: 30, outcome: 'expected', expected: 50 },
    ]);
  });

  test('an end that is overdue is on no lane', () => {
    const body = {
      ...bodyOf(running),
      upcomingEvents: [upcoming(5, 'StageCompletion', 'Load'), upcoming(-60, 'JobCompletion')],
    };
    expect(lanesOf(body, at(10))?.every((lane) => !('expected' in lane))).toBe(true);
  });

  test('nothing is expected of a job that is over', () => {
    const body = {
      ...bodyOf([event(0, 'JobStarted'), event(9, 'JobCompleted')]),
      upcomingEvents: [upcoming(20, 'StageStart', 'A')],
    };
    expect(lanesOf(body)).toEqual([{ name: 'Job', from: 0, to: 9, outcome: 'done' }]);
  });
});

describe('the axis', () => {
  test('there is no chart where no time is known', () => {
    const body = { timeline: [{ timestamp: 'soon', eventType: 'StageStarted' }] };
    expect(timelineChart(body, EXAMPLE_NOW_MS)).toBeUndefined();
  });

  test('a job of no length has an axis of no length', () => {
    const body = bodyOf([event(0, 'JobStarted'), event(0, 'JobCompleted')]);
    expect(timelineChart(body, EXAMPLE_NOW_MS)).toMatchObject({ startMs: at(0), endMs: at(0) });
  });

  test('times without a zone are UTC', () => {
    const body = { timeline: [{ timestamp: '2024-01-20T10:30:00', eventType: 'JobStarted' }] };
    expect(timelineChart(body, at(5))).toMatchObject({ startMs: at(0), nowMs: at(5) });
  });

  test('every lane and mark lies on it, and no lane ends before it starts', () => {
    const anyEvent = fc.record({
      seconds: fc.integer({ min: -100, max: 5000 }),
      type: fc.constantFrom(
        'StageStarted',
        'StageCompleted',
        'StageFailed',
        'Error',
        'JobFailed',
        'Odd',
      ),
      name: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }),
    });
    const anyUpcoming = fc.record({
      seconds: fc.integer({ min: -100, max: 9000 }),
      type: fc.constantFrom('StageStart', 'StageCompletion', 'JobCompletion'),
      name: fc.option(fc.constantFrom('A', 'B', 'D'), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(anyEvent),
        fc.array(anyUpcoming),
        fc.integer({ min: -200, max: 6000 }),
        (past, next, now) => {
          const body = {
            ...bodyOf(past.map(({ seconds: time, type, name }) => event(time, type, name))),
            upcomingEvents: next.map(({ seconds: time, type, name }) => {
              const { timestamp, ...rest } = event(time, type, name);
              return { ...rest, estimatedTime: timestamp };
            }),
          };
          const chart = timelineChart(body, at(now));
          if (chart === undefined) return past.length === 0;
          const isOn = (timeMs: number) => timeMs >= chart.startMs && timeMs <= chart.endMs;
          return (
            [chart.job, ...chart.stages].every(
              (lane) =>
                lane.startMs <= lane.endMs &&
                [lane.startMs, lane.endMs, lane.expectedEndMs ?? lane.endMs].every(isOn),
            ) &&
            chart.marks.every(
              ({ timeMs, lane }) => isOn(timeMs) && (lane ?? 0) < chart.stages.length + 1,
            )
          );
        },
      ),
    );
  });

  test('ten thousand events are paired as a few are', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      event(index, index % 3 === 2 ? 'Warning' : 'StageStarted', `stage ${index % 5000}`),
    );
    const chart = timelineChart(bodyOf(many), at(20_000));
    expect(chart?.marks).toHaveLength(3333);
    expect(chart?.stages).toHaveLength(6667);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { describe as describeTimeline } from '../../../src/commands/timeline/command.js';
import { isJobtrackError } from '../../../src/errors/index.js';
import { loadMessages } from '../../../src/i18n/load.js';

let command: ReturnType<typeof describeTimeline>;
beforeAll(async () => {
  command = describeTimeline(await loadMessages('en'));
});

describe('the flags of timeline', () => {
  test('default to a list of the server’s own granularity', () => {
    expect(command.parse([], {})).toEqual({
      jobId: undefined,
      subEvents: false,
      granularity: undefined,
      view: 'list',
    });
  });

  test('are understood in any case', () => {
    expect(
      command.parse(['id'], { subEvents: true, view: 'Gantt', granularity: 'MINUTES' }),
    ).toEqual({
      jobId: 'id',
      subEvents: true,
      granularity: 'minutes',
      view: 'gantt',
    });
  });

  test.each([
    ['saniyeler', 'seconds'],
    ['DAKİKALAR', 'minutes'],
    ['major-events', 'major_events'],
    ['主要イベント', 'major_events'],
  ])('take the granularity %s as %s', (typed, sent) => {
    expect(command.parse([], { granularity: typed }).granularity).toBe(sent);
  });

  test.each([
    ['--view', { view: 'gant' }, 'gantt'],
    ['--granularity', { granularity: 'minute' }, 'minutes'],
  ])('refuse another value of %s and name the nearest', (name, flags, suggestion) => {
    expect(() => command.parse([], flags)).toThrow(
      expect.toSatisfy(
        (error) =>
          isJobtrackError(error, 'INVALID_VALUE') &&
          error.facts.name === name &&
          error.facts.suggestion === suggestion,
      ),
    );
  });
});

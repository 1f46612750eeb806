import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  batchQuery,
  logsQuery,
  metricsQuery,
  type Query,
  type QueryText,
  timelineQuery,
} from '../../src/contract/queries.js';

const read = <Params>({ schema }: Query<Params>, text: QueryText): Params => v.parse(schema, text);

/** The messages of everything that is wrong. */
const problems = <Params>({ schema }: Query<Params>, text: QueryText): string[] =>
  (v.safeParse(schema, text).issues ?? []).map(({ message }) => message);

describe('a query', () => {
  test('may be empty', () => {
    for (const query of [logsQuery, timelineQuery, metricsQuery, batchQuery] as Query<object>[]) {
      expect(read(query, {})).toEqual({});
    }
  });

  test('of the log is read into what is asked', () => {
    const text = {
      level: 'WARN',
      fromTime: '2024-01-20T10:30:00Z',
      toTime: '2024-01-20T12:00:00.5+02:00',
      limit: '10000',
      format: 'raw',
      afterSequence: '0',
      wait: '30',
    };
    expect(read(logsQuery, text)).toEqual({
      level: 'WARN',
      fromTime: '2024-01-20T10:30:00.000Z',
      toTime: '2024-01-20T10:00:00.500Z',
      limit: 10_000,
      format: 'raw',
      afterSequence: 0,
      wait: 30,
    });
  });

  test('of the timeline is read into what is asked', () => {
    const text = { includeSubEvents: 'true', granularity: 'major_events', afterSequence: '7' };
    expect(read(timelineQuery, text)).toEqual({
      includeSubEvents: true,
      granularity: 'major_events',
      afterSequence: 7,
    });
  });

  test('of the metrics is read into what is asked', () => {
    const text = { interval: '15m', metrics: 'cpu, DISK,,cpu', includeHistory: 'False' };
    expect(read(metricsQuery, text)).toEqual({
      interval: '15m',
      metrics: ['cpu', 'disk'],
      includeHistory: false,
    });
  });

  test('of the batch is read into what is asked', () => {
    const text = {
      jobIds: 'CC0E8400-e29b-41d4-a716-446655440000,dd0e8400-e29b-41d4-a716-446655440000',
      status: 'Failed',
      submittedBy: 'Ayşe',
      includeMetrics: 'true',
      refreshInterval: '5',
    };
    expect(read(batchQuery, text)).toEqual({
      jobIds: ['cc0e8400-e29b-41d4-a716-446655440000', 'dd0e8400-e29b-41d4-a716-446655440000'],
      status: 'Failed',
      submittedBy: 'Ayşe',
      includeMetrics: true,
      refreshIntervalSeconds: 5,
    });
  });
});

describe('words are taken in every spelling that means them', () => {
  test.each([
    ['uyarı', 'WARN'],
    ['HATA', 'ERROR'],
    ['情報', 'INFO'],
    ['warning', 'WARN'],
    ['debug', 'DEBUG'],
  ])('the level %s is %s', (text, level) => {
    expect(read(logsQuery, { level: text })).toEqual({ level });
  });

  test.each([
    ['dakikalar', 'minutes'],
    ['saniyeler', 'seconds'],
    ['秒', 'seconds'],
    ['Major Events', 'major_events'],
  ])('the granularity %s is %s', (text, granularity) => {
    expect(read(timelineQuery, { granularity: text })).toEqual({ granularity });
  });

  test.each([
    ['ÇALIŞIYOR', 'Running'],
    ['実行中', 'Running'],
    ['Kuyrukta', 'Queued'],
    ['başarısız', 'Failed'],
  ])('the status %s is %s', (text, status) => {
    expect(read(batchQuery, { status: text })).toEqual({ status });
  });
});

describe('a time', () => {
  test.each([
    ['2024-01-20T10:30:00Z', '2024-01-20T10:30:00.000Z'],
    ['2024-01-20T10:30Z', '2024-01-20T10:30:00.000Z'],
    ['2024-01-20t10:30:00z', '2024-01-20T10:30:00.000Z'],
    ['2024-01-20T10:30:00.123456Z', '2024-01-20T10:30:00.123Z'],
    ['2024-01-20T10:30:00+09:00', '2024-01-20T01:30:00.000Z'],
    ['2024-01-20T10:30:00-0530', '2024-01-20T16:00:00.000Z'],
    // Without a zone it is UTC.
    ['2024-01-20T10:30:00', '2024-01-20T10:30:00.000Z'],
    ['2024-01-20 10:30:00', '2024-01-20T10:30:00.000Z'],
    ['2024-01-20', '2024-01-20T00:00:00.000Z'],
    // What is left of a + that was not escaped.
    ['2024-01-20T10:30:00 03:00', '2024-01-20T07:30:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, fromTime) => {
    expect(read(logsQuery, { fromTime: text })).toEqual({ fromTime });
  });

  test.each([
    'yesterday',
    '1705746600',
    '20.01.2024',
    '2024-13-01',
    '2024-02-30',
    '2023-02-29T00:00:00Z',
    '2024-01-20T25:00:00Z',
    '2024-01-20T10:30:00Zulu',
    '2024-01-20T10:30:00+99:99',
  ])('%s is none', (text) => {
    expect(problems(logsQuery, { toTime: text })).toEqual([
      'must be a time in ISO 8601, such as 2024-01-20T10:30:00Z',
    ]);
  });

  test('comes back as it was, whatever it was', () => {
    const anyTime = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyTime, (date) => {
        const fromTime = date.toISOString();
        expect(read(logsQuery, { fromTime })).toEqual({ fromTime });
      }),
    );
  });
});

describe('what is wrong is told with what is allowed', () => {
  const limit = 'must be a whole number from 1 to 10000';
  test.each([
    [{ limit: '0' }, limit, logsQuery],
    [{ limit: '10001' }, limit, logsQuery],
    [{ limit: '1.5' }, limit, logsQuery],
    [{ limit: '-1' }, limit, logsQuery],
    [{ limit: '1e3' }, limit, logsQuery],
    [{ limit: '9'.repeat(400) }, limit, logsQuery],
    [{ limit: '1,2' }, limit, logsQuery],
    [{ level: 'LOUD' }, 'must be one of DEBUG, INFO, WARN, ERROR', logsQuery],
    [{ format: 'xml' }, 'must be one of structured, raw', logsQuery],
    [{ afterSequence: '-1' }, 'must be a whole number, 0 or more', logsQuery],
    [{ includeSubEvents: 'maybe' }, 'must be true or false', timelineQuery],
    [{ includeSubEvents: 'constructor' }, 'must be true or false', timelineQuery],
    [{ granularity: 'hours' }, 'must be one of seconds, minutes, major_events', timelineQuery],
    [{ interval: '2m' }, 'must be one of 1m, 5m, 15m', metricsQuery],
    [{ metrics: 'gpu' }, 'must be one of cpu, memory, disk, network, throughput', metricsQuery],
    [{ metrics: ',' }, 'must name at least one', metricsQuery],
    [{ status: 'Cancelled' }, 'must be one of Running, Queued, Completed, Failed', batchQuery],
    [{ jobIds: 'abc' }, 'must be a GUID', batchQuery],
    [{ refreshInterval: '0' }, 'must be a whole number, 1 or more', batchQuery],
    [{ submittedBy: 'x'.repeat(201) }, 'must have 200 characters at most', batchQuery],
  ] as [QueryText, string, Query<unknown>][])('%j: it %s', (text, message, query) => {
    expect(problems(query, text)).toEqual([message]);
  });

  test('a batch names a thousand jobs at most', () => {
    const ids = Array.from(
      { length: 1_001 },
      (_, index) => `cc0e8400-e29b-41d4-a716-44665544${String(index).padStart(4, '0')}`,
    );
    expect(problems(batchQuery, { jobIds: ids.slice(1).join() })).toEqual([]);
    expect(problems(batchQuery, { jobIds: ids.join() })).toEqual(['must name 1000 at most']);
  });

  test('no text throws anything but an issue', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        const all = { level: text, fromTime: text, limit: text, format: text, afterSequence: text };
        v.safeParse(logsQuery.schema, all);
        v.safeParse(metricsQuery.schema, { metrics: text, interval: text, includeHistory: text });
        v.safeParse(batchQuery.schema, { jobIds: text, status: text, refreshInterval: text });
      }),
    );
  });
});

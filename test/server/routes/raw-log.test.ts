import { describe, expect, test } from 'vitest';
import type { LogsBody } from '../../../src/contract/index.js';
import { rawLine, rawLog } from '../../../src/server/routes/raw-log.js';
import { at, createFakeApp, fakeAnswers, headers, JOB, OTHER_JOB } from '../app/fake-app.js';
import { askOverHttp, listen } from '../over-http.js';

const timestamp = '2024-01-20T10:30:00.000Z';

describe('a line of a raw log', () => {
  test('has the time, the level, the component and the message', () => {
    expect(rawLine({ timestamp, level: 'WARN', component: 'Loader', message: 'slow disk' })).toBe(
      '2024-01-20T10:30:00.000Z WARN [Loader] slow disk\n',
    );
  });

  test('leaves out what is not known', () => {
    expect(rawLine({ timestamp, level: 'INFO', message: 'hello', details: {} })).toBe(
      '2024-01-20T10:30:00.000Z INFO hello\n',
    );
  });

  test('ends with the details', () => {
    expect(rawLine({ timestamp, level: 'INFO', message: 'read', details: { rows: 7 } })).toBe(
      '2024-01-20T10:30:00.000Z INFO read {"rows":7}\n',
    );
  });

  test('is one line, also where the message is several', () => {
    expect(rawLine({ timestamp, level: 'ERROR', message: 'a\nb\r\nc' })).toBe(
      '2024-01-20T10:30:00.000Z ERROR a\\nb\\r\\nc\n',
    );
  });
});

/** A log of `total` entries, and what was asked of it. */
function longLog(total: number) {
  const asked: object[] = [];
  const ask = (question: { limit?: number; afterSequence?: number }): LogsBody => {
    asked.push(question);
    const { afterSequence = 0, limit = 1_000 } = question;
    const count = Math.max(Math.min(limit, total - afterSequence), 0);
    const logs = Array.from({ length: count }, (_, index) => ({
      timestamp,
      level: 'INFO',
      message: String(afterSequence + index + 1),
    }));
    return { logs, nextSequence: afterSequence + count };
  };
  return { ask, asked };
}

const numbers = (pieces: Iterable<string>): number[] =>
  [...pieces]
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number(line.split(' ').at(-1)));

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('a raw log', () => {
  test.each([
    [0, undefined, 0],
    [3, undefined, 3],
    [500, undefined, 500],
    [1_200, undefined, 1_000],
    [1_200, 10_000, 1_200],
    [1_200, 501, 501],
    [1_200, 500, 500],
  ])('of %d entries, %s wanted, has the oldest %d, each once', (total, limit, expected) => {
    const { ask } = longLog(total);
    const pieces = rawLog(limit === undefined ? {} : { limit }, ask);
    expect(numbers(pieces)).toEqual(upTo(expected));
  });

  test('is read a page at a time, as it is taken', () => {
    const { ask, asked } = longLog(1_200);
    const pieces = rawLog({ level: 'DEBUG', limit: 1_100 }, ask)[Symbol.iterator]();
    pieces.next();
    expect(asked).toEqual([{ level: 'DEBUG', limit: 500 }]);
    pieces.next();
    pieces.next();
    expect(asked.slice(1)).toEqual([
      { level: 'DEBUG', limit: 500, afterSequence: 500 },
      { level: 'DEBUG', limit: 100, afterSequence: 1_000 },
    ]);
  });

  test('goes over the wire as text', async () => {
    const { app } = createFakeApp();
    const answer = await app.inject({
      url: at(`/job/${JOB}/logs?format=raw&limit=10000`),
      headers,
    });
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    const lines = answer.body.split('\n');
    expect(lines).toHaveLength(1_235);
    expect(lines[0]).toBe('2024-01-20T10:00:00.000Z INFO [Loader] line 1');
    expect(lines[1_233]).toBe('2024-01-20T10:20:33.000Z INFO [Loader] line 1234');
  });

  test('of a job that is not there is an error as any other', async () => {
    const { app } = createFakeApp();
    const answer = await app.inject({ url: at(`/job/${OTHER_JOB}/logs?format=raw`), headers });
    expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'JOB_NOT_FOUND']);
  });

  test('that fails in the middle is seen to be cut, and told to the log of the server', async () => {
    const failure = new Error('the disk is gone');
    const { app, calls } = createFakeApp({
      answers: {
        ...fakeAnswers(),
        logs: (_jobId, { afterSequence, limit }) => {
          if (afterSequence !== undefined) throw failure;
          return longLog(1_200).ask({ limit: limit ?? 0 });
        },
      },
    });
    const { url, port } = await listen(app);
    const asked = askOverHttp(`${url}${at(`/job/${JOB}/logs?format=raw`)}`, {
      headers: { ...headers, host: `localhost:${port}` },
    });
    await expect(asked).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(calls.failures).toEqual([{ failure, requestId: 'request-1' }]);
  });
});

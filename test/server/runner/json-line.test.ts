import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonLine } from '../../../src/server/runner/json-line.js';

const timeMs = Date.parse('2024-01-20T10:30:00Z');

test('pino: numbers for levels, milliseconds for time', () => {
  expect(
    parseJsonLine(
      '{"level":50,"time":1705746600000,"pid":7,"hostname":"h","msg":"broke","code":3}',
    ),
  ).toEqual({ level: 'ERROR', message: 'broke', timeMs, details: { code: 3 } });
});

test('bunyan: a name and a time in words', () => {
  expect(
    parseJsonLine('{"name":"loader","level":40,"msg":"low","time":"2024-01-20T10:30:00Z","v":0}'),
  ).toEqual({ level: 'WARN', message: 'low', timeMs, component: 'loader', details: {} });
});

test('winston, zap, Serilog, python and Google', () => {
  expect(parseJsonLine('{"level":"warn","message":"low"}')).toMatchObject({
    level: 'WARN',
    message: 'low',
  });
  expect(
    parseJsonLine('{"level":"debug","ts":1705746600.0,"logger":"a.b","msg":"x"}'),
  ).toMatchObject({
    level: 'DEBUG',
    timeMs,
    component: 'a.b',
  });
  expect(parseJsonLine('{"@t":"2024-01-20T10:30:00Z","@m":"x","@l":"Error"}')).toMatchObject({
    level: 'ERROR',
    message: 'x',
    timeMs,
  });
  expect(parseJsonLine('{"levelname":"CRITICAL","message":"x"}')).toMatchObject({ level: 'ERROR' });
  expect(parseJsonLine('{"severity":"NOTICE","message":"x"}')).toMatchObject({ level: 'INFO' });
  expect(parseJsonLine('{"severity":3,"message":"x"}')).toMatchObject({ level: 'ERROR' });
});

test('a level that is not known is INFO and stays among the details', () => {
  expect(parseJsonLine('{"level":"loud","msg":"x"}')).toEqual({
    level: 'INFO',
    message: 'x',
    details: { level: 'loud' },
  });
});

test.each(['{}', '{"rows":12}', '[1]', '"text"', '{"msg":', 'text {"msg":"x"}', '{"msg":3}', ''])(
  '%j is no entry of a log',
  (line) => {
    expect(parseJsonLine(line)).toBeUndefined();
  },
);

test('no JSON of any kind breaks it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (fields, level) => {
      const line = JSON.stringify({ ...fields, level, msg: 'x' });
      expect(parseJsonLine(line)?.message).toBe('x');
    }),
  );
});

import type { GenericSchema } from 'valibot';
import { describe, expect, test } from 'vitest';
import { checkBody } from '../../src/client/check-body.js';
import { type Endpoint, endpoints } from '../../src/contract/index.js';
import { example, exampleLanguages } from '../helpers/examples.js';

const asIs = (text: string): string => text;
const { subscribe, ...reads } = endpoints;
/** Every endpoint, by the name of its example. */
const answers: Record<string, Endpoint<GenericSchema>> = {
  ...reads,
  'subscribe-response': subscribe,
};

describe.each(exampleLanguages)('the example bodies in %s', (language) => {
  test.each(Object.entries(answers))(
    '%s is understood and handed back as the same object',
    (name, endpoint) => {
      const body = example<object>(language, name);
      const before = JSON.stringify(body);
      expect(checkBody(body, endpoint, asIs)).toBe(body);
      expect(JSON.stringify(body)).toBe(before);
    },
  );

  test.each(Object.entries(answers))(
    '%s is not taken for the body of any other endpoint',
    (name, endpoint) => {
      const body = example<object>(language, name);
      for (const other of Object.values(answers).filter((candidate) => candidate !== endpoint)) {
        expect(() => checkBody(body, other, asIs)).toThrow(
          expect.objectContaining({ code: 'BODY_NOT_UNDERSTOOD' }),
        );
      }
    },
  );
});

test.each([
  ['unknown fields', { overallProgress: { percentage: 5, mood: 'good' }, extra: [1] }],
  ['an unknown status', { overallProgress: {}, status: 'Hibernating' }],
  ['missing optional fields', { overallProgress: {} }],
  ['null where something is not known yet', { overallProgress: { endTime: null }, stages: null }],
])('%s pass', (_what, body) => {
  expect(checkBody(body, endpoints.progress, asIs)).toBe(body);
});

test.each([
  ['a list', [], { found: 'a list' }],
  ['null', null, { found: 'null' }],
  ['a text', 'hello', { found: 'a text' }],
  ['a number', 5, { found: 'a number' }],
  ['true', true, { found: 'true' }],
  ['an empty object', {}, { found: 'an empty object' }],
  [
    "another endpoint's body",
    { jobCount: 5, jobs: [] },
    { found: 'an object with "jobCount", "jobs"' },
  ],
  [
    'many keys',
    { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 },
    { found: 'an object with "a", "b", "c", "d", "e", …' },
  ],
])(
  '%s instead of a log is an error that says what was expected and found',
  (_what, body, facts) => {
    const expected = 'a job\'s log (an object with "logs")';
    expect(() => checkBody(body, endpoints.logs, asIs)).toThrow(
      expect.objectContaining({ code: 'BODY_NOT_UNDERSTOOD', facts: { expected, ...facts } }),
    );
  },
);

test.each([
  [{ logs: {} }, { path: 'logs', expected: 'a list', found: 'an empty object' }],
  [
    { logs: [{ timestamp: 't' }, { message: 'm' }] },
    { path: 'logs[1].timestamp', expected: 'a value', found: 'nothing' },
  ],
  [
    { logs: [{ timestamp: 't', message: 5 }] },
    { path: 'logs[0].message', expected: 'a text', found: 'a number' },
  ],
  [
    { logs: [{ timestamp: 't', details: 'd' }] },
    { path: 'logs[0].details', expected: 'an object', found: 'a text' },
  ],
  [{ logs: [7] }, { path: 'logs[0]', expected: 'an object', found: 'a number' }],
])('%j is an error that says where', (body, facts) => {
  expect(() => checkBody(body, endpoints.logs, asIs)).toThrow(expect.objectContaining({ facts }));
});

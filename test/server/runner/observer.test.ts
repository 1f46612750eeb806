import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../../src/server/runner/delivery.js';
import { createObserver } from '../../../src/server/runner/observer.js';

const nowMs = Date.parse('2024-01-20T10:30:00Z');
const time = '2024-01-20T10:30:00.000Z';

function observe(...pieces: (string | Uint8Array)[]): Finding[] {
  const found: Finding[] = [];
  const observer = createObserver({
    component: 'import.sh',
    now: () => nowMs,
    tell: (one) => found.push(one),
  });
  const stream = observer.stream();
  for (const piece of pieces) stream.feed(Buffer.from(piece));
  stream.end();
  return found;
}

test('a line becomes an entry of the log, as plain text and with its level', () => {
  expect(observe('\u001b[31mERROR\u001b[0m broke\n')).toEqual([
    { type: 'log', time, level: 'ERROR', component: 'import.sh', message: 'ERROR broke' },
  ]);
});

test('a marker is what it reports and no entry; what follows belongs to its stage', () => {
  expect(
    observe(
      '::jobtrack stage name=Load::\none\n::jobtrack stage name=Load state=completed::\ntwo\n',
    ),
  ).toEqual([
    { type: 'stage', stageName: 'Load', time },
    { type: 'log', time, level: 'INFO', component: 'import.sh', stage: 'Load', message: 'one' },
    { type: 'stage', stageName: 'Load', state: 'completed', time },
    { type: 'log', time, level: 'INFO', component: 'import.sh', message: 'two' },
  ]);
});

test('a marker that is not understood is a line like any other', () => {
  expect(observe('::jobtrack dance::\n')).toMatchObject([
    { type: 'log', message: '::jobtrack dance::' },
  ]);
});

test('a structured entry keeps its fields; a time outside of the run is not believed', () => {
  expect(
    observe(`{"level":"warn","msg":"low","logger":"db","time":"2023-01-01T00:00:00Z","free":3}\n`),
  ).toEqual([
    { type: 'log', time, level: 'WARN', component: 'db', message: 'low', details: { free: 3 } },
  ]);
});

test('progress sequences are told once a percentage', () => {
  expect(observe('\u001b]9;4;1;50\u0007\u001b]9;4;1;50\u0007\u001b]9;4;1;51\u0007')).toEqual([
    { type: 'progress', percent: 50, time },
    { type: 'progress', percent: 51, time },
  ]);
});

test('lines without text are no entries, and bytes that are no UTF-8 are shown as such', () => {
  expect(observe('\n  \n\u001b[0m\n', Uint8Array.of(0x61, 0xff, 0x0a))).toMatchObject([
    { message: 'a\ufffd' },
  ]);
});

test('what a display paints again is told once, what is new in it is told', () => {
  const frame = (test: string, seconds: number) => `✓ a.test\n⠋ ${test}\n${seconds}s\n`;
  const up = '\u001b[3A\u001b[J';
  const found = observe(frame('b.test', 1), up, frame('b.test', 2), up, frame('c.test', 3));
  expect(found.map((one) => ('message' in one ? one.message : ''))).toEqual([
    '✓ a.test',
    '⠋ b.test',
    '1s',
    '⠋ c.test',
  ]);
});

test('the same line twice is two entries where nothing is painted again', () => {
  expect(observe('same\nsame\n')).toHaveLength(2);
});

test('cut at every byte, it finds the same', () => {
  const unit = fc.constantFrom(
    'ERROR é\n',
    '::jobtrack progress percent=5::\n',
    '{"level":50,"msg":"日本"}\n',
    '\u001b]9;4;1;7\u001b\\',
    '10%\r20%\r\n',
    '\u001b[31mred\u001b[0m\n',
    '\u001b[1A',
    'end',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (units) => {
      const bytes = Buffer.from(units.join(''));
      // Progress may be told before or after the line around it: that depends on when the line ends.
      const sorted = (found: Finding[]) => found.map((one) => JSON.stringify(one)).sort();
      const expected = sorted(observe(bytes));
      for (let at = 0; at <= bytes.length; at += 1) {
        expect(sorted(observe(bytes.subarray(0, at), bytes.subarray(at)))).toEqual(expected);
      }
    }),
    { numRuns: 50 },
  );
});

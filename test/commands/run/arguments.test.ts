import { expect, test } from 'vitest';
import { describe } from '../../../src/commands/run/command.js';
import type { RunOptions } from '../../../src/commands/run/options.js';
import { globalFlags, globalForms } from '../../../src/global-flags.js';
import { en } from '../../../src/i18n/en/index.js';
import { parseInvocation } from '../../../src/program.js';
import { scanArguments } from '../../../src/scan-arguments.js';

const job = 'cc0e8400-e29b-41d4-a716-446655440000';
const other = '11111111-1111-4111-8111-111111111111';

function parse(...argv: string[]): { options: RunOptions; flags: object } {
  const command = describe(en);
  const { args, flags } = parseInvocation(argv, command, globalFlags(en), { passesThrough: true });
  return { options: command.parse(args, flags), flags };
}

test.each([
  ['run -- ls --all -l', ['ls', '--all', '-l']],
  ['run ls --all -l', ['ls', '--all', '-l']],
  ['run -- ls -- -l', ['ls', '--', '-l']],
  ['run ls -- -l', ['ls', '--', '-l']],
  ['run --quiet ls --quiet --json --help', ['ls', '--quiet', '--json', '--help']],
  ['--json run npm run test -- --watch', ['npm', 'run', 'test', '--', '--watch']],
  [`run --after ${job} ${other} -- make -j 2`, ['make', '-j', '2']],
])('%s leaves the command line as it is', (line, words) => {
  const { command, args } = parse(...line.split(' ')).options;
  expect([command, ...args]).toEqual(words);
});

test('options of run stand before the command', () => {
  const line = `run -q --id ${job} --name Nightly --type import --priority high --after ${other} --submitted-by ada -- x`;
  const { options, flags } = parse(...line.split(' '));
  expect(flags).toMatchObject({ quiet: true });
  expect(options).toEqual({
    command: 'x',
    args: [],
    id: job,
    registration: {
      jobName: 'Nightly',
      jobType: 'import',
      priority: 'High',
      after: [other],
      submittedBy: 'ada',
    },
  });
});

test('a job without a name is called by its command line', () => {
  const { registration } = parse('run', '--', '/usr/bin/npm', 'run', 'a\nb').options;
  expect(registration).toEqual({ jobName: 'npm run a b', jobType: 'npm run a b' });
});

test('a long command line is shortened in the name', () => {
  const { registration } = parse('run', '--', 'x', 'y'.repeat(300)).options;
  expect(registration.jobName).toHaveLength(80);
  expect(registration.jobType).toHaveLength(200);
});

test.each([
  [['run'], 'MISSING_ARGUMENT'],
  [['run', '--'], 'MISSING_ARGUMENT'],
  [['run', '--nope', '--', 'x'], 'UNKNOWN_OPTION'],
  [['run', '--id', 'x', '--', 'y'], 'INVALID_VALUE'],
  [['run', '--priority', 'soon', '--', 'y'], 'INVALID_VALUE'],
  [['run', '--after', 'x', '--', 'y'], 'INVALID_VALUE'],
])('%j is refused with %s', (argv, code) => {
  expect(() => parse(...argv)).toThrow(expect.objectContaining({ code }));
});

test('what belongs to the command does not decide about our own help and language', () => {
  const scan = (line: string) => scanArguments(line.split(' '), globalForms, new Set(['run']));
  expect(scan('run npm --help --lang tr --json')).toMatchObject({
    command: 'run',
    wants: undefined,
    lang: undefined,
    json: undefined,
  });
  expect(scan('run --help npm')).toMatchObject({ wants: 'help' });
  expect(scan('logs x --help')).toMatchObject({ wants: 'help' });
});

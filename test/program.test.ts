import { describe, expect, test } from 'vitest';
import { commandList } from '../src/commands/command-list.js';
import { type Command, defineCommand } from '../src/commands/definition.js';
import { isJobtrackError } from '../src/errors/index.js';
import { globalFlags } from '../src/global-flags.js';
import { en } from '../src/i18n/en/index.js';
import { parseInvocation, refuseUnknownFlags, unknownCommand } from '../src/program.js';

const globals = globalFlags(en);

const paint = defineCommand({
  name: 'paint',
  summary: 'paints',
  parameters: [{ name: 'wall', description: 'which', required: true }],
  flags: [
    { flags: '-c, --colour <name>', description: 'which colour' },
    { flags: '--coats <n…>', description: 'how many' },
    { flags: '--no-primer', description: 'without primer' },
  ],
  examples: [],
  parse: () => ({}),
  run: async () => 0,
}) as Command<unknown>;

const parse = (line: string) => parseInvocation(line.split(' '), paint, globals);

function refusal(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (isJobtrackError(error)) return { code: error.code, facts: error.facts };
    throw error;
  }
  throw new Error('it was not refused');
}

describe('what was typed is taken apart', () => {
  test('into arguments and flags, and nothing that was not typed', () => {
    expect(parse('paint north -c red')).toEqual({ args: ['north'], flags: { colour: 'red' } });
  });

  test('with global options before and after the command, the later one winning', () => {
    expect(parse('--lang tr --json paint north --lang ja').flags).toEqual({
      json: true,
      lang: 'ja',
    });
  });

  test('with options of several values, and switches that say no', () => {
    expect(parse('paint north --coats 1 2 --no-primer').flags).toEqual({
      coats: ['1', '2'],
      primer: false,
    });
  });
});

describe('what does not fit is refused', () => {
  test('an unknown option, with the nearest one of the command or of all commands', () => {
    expect(refusal(() => parse('paint north --color-name x'))).toEqual({
      code: 'UNKNOWN_OPTION',
      facts: { option: '--color-name', command: 'jobtrack paint', suggestion: '--color' },
    });
    expect(refusal(() => parse('paint north --coat=2'))).toEqual({
      code: 'UNKNOWN_OPTION',
      facts: { option: '--coat', command: 'jobtrack paint', suggestion: '--coats' },
    });
    expect(refusal(() => parse('--langg tr paint north'))).toEqual({
      code: 'UNKNOWN_OPTION',
      facts: { option: '--langg', command: 'jobtrack', suggestion: '--lang' },
    });
  });

  test('a missing argument', () => {
    expect(refusal(() => parse('paint'))).toEqual({
      code: 'MISSING_ARGUMENT',
      facts: { argument: '<wall>', command: 'jobtrack paint' },
    });
  });

  test('one argument too many', () => {
    expect(refusal(() => parse('paint north south'))).toEqual({
      code: 'TOO_MANY_ARGUMENTS',
      facts: { command: 'jobtrack paint', extra: 'south' },
    });
  });

  test('an option without its value', () => {
    expect(refusal(() => parse('paint north --colour'))).toEqual({
      code: 'MISSING_VALUE',
      facts: { option: '--colour' },
    });
  });

  test('an option with a value that takes none', () => {
    expect(refusal(() => parse('paint north --quiet=3'))).toEqual({
      code: 'UNEXPECTED_VALUE',
      facts: { option: '--quiet' },
    });
  });

  test('an option that is nothing like any other, without a suggestion', () => {
    expect(refusal(() => parse('paint north --follow'))).toEqual({
      code: 'UNKNOWN_OPTION',
      facts: { option: '--follow', command: 'jobtrack paint' },
    });
  });

  test('an unknown option without any command', () => {
    expect(refusal(() => refuseUnknownFlags(['--jsn'], globals))).toEqual({
      code: 'UNKNOWN_OPTION',
      facts: { option: '--jsn', command: 'jobtrack', suggestion: '--json' },
    });
  });

  test('an unknown command, with the nearest one; hidden commands are not offered', () => {
    expect(unknownCommand('progres', commandList).facts).toEqual({
      command: 'progres',
      suggestion: 'progress',
    });
    expect(unknownCommand('__complet', commandList).facts).toEqual({ command: '__complet' });
  });
});

import { describe, expect, test } from 'vitest';
import { type CompletionTree, complete } from '../../../src/commands/completion/candidates.js';

const tree: CompletionTree = {
  commands: [
    { name: 'logs', summary: 'Log entries' },
    { name: 'login', summary: 'Store a token' },
    { name: 'completion', summary: 'Shell scripts' },
  ],
  globalFlags: [
    { flags: '-o, --output <form>', description: 'the form', choices: ['human', 'json', 'ndjson'] },
    { flags: '--config <file>', description: 'a file' },
    { flags: '--no-color', description: 'no colour' },
  ],
};

const inLogs: CompletionTree = {
  ...tree,
  command: {
    parameters: [{ name: 'jobId', description: 'the job' }],
    flags: [
      {
        flags: '-l, --level <LEVEL>',
        description: 'the lowest level',
        choices: ['DEBUG', 'INFO', 'WARN', 'ERROR'],
      },
      {
        flags: '--stage <name…>',
        description: 'only these stages',
        choices: ['Load', 'Data Check'],
      },
      { flags: '-w, --watch [interval]', description: 'again and again', choices: ['2s', '30s'] },
    ],
  },
};

const values = (words: readonly string[], of: CompletionTree = inLogs): string[] =>
  complete(words, of).candidates.map(({ value }) => value);

describe('before a command is named', () => {
  test('the commands are offered, each with what it does', () => {
    expect(complete([''], tree)).toEqual({
      candidates: [
        { value: 'logs', description: 'Log entries' },
        { value: 'login', description: 'Store a token' },
        { value: 'completion', description: 'Shell scripts' },
      ],
      files: false,
    });
  });

  test('what was typed narrows them', () => {
    expect(values(['lo'], tree)).toEqual(['logs', 'login']);
    expect(values(['LOG'], tree)).toEqual(['logs', 'login']);
    expect(values(['x'], tree)).toEqual([]);
  });

  test('a dash asks for the options that every command takes', () => {
    expect(complete(['-'], tree).candidates).toEqual([
      { value: '--output', description: 'the form' },
      { value: '--config', description: 'a file' },
      { value: '--no-color', description: 'no colour' },
    ]);
  });

  test('an option with its value before the command changes nothing', () => {
    expect(values(['-o', 'json', 'comp'], tree)).toEqual(['completion']);
    expect(values(['-ojson', 'comp'], tree)).toEqual(['completion']);
    expect(values(['--output=json', 'comp'], tree)).toEqual(['completion']);
  });

  test('no words at all are one empty word', () => {
    expect(values([], tree)).toEqual(['logs', 'login', 'completion']);
  });
});

describe('options', () => {
  test('the options of the command stand before those of every command', () => {
    const all = ['--level', '--stage', '--watch', '--output', '--config', '--no-color'];
    expect(values(['logs', '--'])).toEqual(all);
    expect(values(['logs', '--le'])).toEqual(['--level']);
  });

  test('a short option that was typed is offered as it is, to go on behind it', () => {
    expect(values(['logs', '-l'])).toEqual(['-l']);
  });

  test('an option that was used is not offered again, unless it takes several values', () => {
    const left = ['--stage', '--watch', '--config', '--no-color'];
    expect(values(['logs', '-l', 'INFO', '--stage', 'Load', '-o', 'json', '--'])).toEqual(left);
  });

  test('in place of a job id, which nobody can guess, there are the options', () => {
    expect(values(['logs', ''])[0]).toBe('--level');
    expect(values(['logs', 'cc0e'])).toEqual([]);
  });
});

describe('values of options', () => {
  test('the choices are offered behind the long and the short name', () => {
    const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'];
    expect(values(['logs', '--level', ''])).toEqual(levels);
    expect(values(['logs', '-l', ''])).toEqual(levels);
    expect(values(['-o', 'n'], tree)).toEqual(['ndjson']);
  });

  test('case does not matter', () => {
    expect(values(['logs', '--level', 'er'])).toEqual(['ERROR']);
  });

  test('behind an equals sign the whole word is offered', () => {
    expect(values(['logs', '--level=w'])).toEqual(['--level=WARN']);
    expect(values(['logs', '--output='])).toEqual([
      '--output=human',
      '--output=json',
      '--output=ndjson',
    ]);
    expect(values(['logs', '--unknown=w'])).toEqual([]);
  });

  test('a value may have spaces', () => {
    expect(values(['logs', '--stage', 'data c'])).toEqual(['Data Check']);
  });

  test('an option of several values goes on until the next option', () => {
    expect(values(['logs', '--stage', 'Load', ''])).toEqual(['Load', 'Data Check']);
    expect(values(['logs', '--stage', 'Load', '--l'])).toEqual(['--level']);
  });

  test('a value that may be left out is offered, and so are options', () => {
    expect(values(['logs', '-w', ''])).toEqual(['2s', '30s']);
    expect(values(['logs', '-w', '--l'])).toEqual(['--level']);
    expect(values(['logs', '-w', '2s', '--l'])).toEqual(['--level']);
  });

  test('a value that is a file is left to the shell', () => {
    expect(complete(['--config', ''], tree)).toEqual({ candidates: [], files: true });
    expect(complete(['--config=./a'], tree)).toEqual({ candidates: [], files: true });
    expect(complete(['--output', ''], tree).files).toBe(false);
  });

  test('a value that looks like an option is a value', () => {
    expect(values(['logs', '--level', '-'])).toEqual([]);
    expect(values(['logs', '--config', '--level', '--le'])).toEqual(['--level']);
  });
});

describe('arguments', () => {
  const inCompletion: CompletionTree = {
    ...tree,
    command: {
      flags: [],
      parameters: [{ name: 'shell', description: '', choices: ['bash', 'zsh'] }],
    },
  };

  test('an argument with choices offers them once', () => {
    expect(values(['completion', ''], inCompletion)).toEqual(['bash', 'zsh']);
    expect(values(['completion', 'z'], inCompletion)).toEqual(['zsh']);
    expect(values(['completion', 'zsh', 'b'], inCompletion)).toEqual([]);
  });

  test('an argument of several values offers them each time', () => {
    const several: CompletionTree = {
      ...tree,
      command: {
        flags: [],
        parameters: [{ name: 'shell', description: '', variadic: true, choices: ['bash', 'zsh'] }],
      },
    };
    expect(values(['completion', 'zsh', 'b'], several)).toEqual(['bash']);
  });

  test('after two dashes nothing is an option', () => {
    expect(values(['completion', '--', ''], inCompletion)).toEqual(['bash', 'zsh']);
    expect(values(['logs', '--', '--'])).toEqual([]);
    expect(values(['logs', '--level', '--', '--st'])).toEqual(['--stage']);
  });

  test('a command that does not exist has no words of its own', () => {
    expect(values(['nonsense', 'x'], tree)).toEqual([]);
  });
});

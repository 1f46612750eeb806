import { describe, expect, test } from 'vitest';
import { globalForms } from '../src/global-flags.js';
import { scanArguments } from '../src/scan-arguments.js';

const scan = (line: string, forms: readonly string[] = globalForms) =>
  scanArguments(line.split(' '), forms);

describe('the command', () => {
  test('is the first word that is no option', () => {
    expect(scan('logs --level ERROR').command).toBe('logs');
  });

  test('is not taken for the value of a global option before it', () => {
    expect(scan('--url https://x.test -o json logs').command).toBe('logs');
    expect(scan('--url=https://x.test logs').command).toBe('logs');
    expect(scan('-ojson logs').command).toBe('logs');
  });

  test('may be the value of an unknown option before it, which is told', () => {
    expect(scan('--colour always logs')).toMatchObject({
      command: 'always',
      strayOption: '--colour',
    });
    expect(scan('--color always -qv logs --tail 5').strayOption).toBeUndefined();
  });

  test('can be missing', () => {
    expect(scan('--json').command).toBeUndefined();
  });
});

describe('help and version', () => {
  test('are found before and after the command', () => {
    expect(scan('--help').wants).toBe('help');
    expect(scan('logs -h').wants).toBe('help');
    expect(scan('logs --version').wants).toBe('version');
    expect(scan('-V').wants).toBe('version');
  });

  test('are not found behind -- or as the value of an option', () => {
    expect(scan('run -- ls --help').wants).toBeUndefined();
    expect(scan('logs --grep --help', ['--grep <regex>']).wants).toBeUndefined();
  });

  test('help wins over version', () => {
    expect(scan('-V --help').wants).toBe('help');
    expect(scan('--help -V').wants).toBe('help');
  });
});

test('the language is known before anything is parsed', () => {
  expect(scan('--lang tr progress').lang).toBe('tr');
  expect(scan('progress --lang=ja --help').lang).toBe('ja');
});

test('so is whether errors are to be JSON', () => {
  expect(scan('batch --json').json).toBe(true);
  expect(scan('batch -o ndjson').json).toBe(true);
  expect(scan('batch -o human').json).toBe(false);
  expect(scan('batch').json).toBeUndefined();
});

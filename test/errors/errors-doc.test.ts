import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorCodes, exitCodes } from '../../src/errors/index.js';

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');

/** The rows of a table whose first cell matches, as their cells. */
const rows = (text: string, first: RegExp): string[][] =>
  text
    .split('\n')
    // A bar inside code is written with a backslash.
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
    .filter(([cell = '']) => first.test(cell));

describe('docs/errors.md', () => {
  const documented = rows(read('errors.md'), /^`[A-Z_]+`$/);

  test('has every error with its exit code, and none that does not exist', () => {
    const inDocument = documented.map(([code = '', exitCode]) => [
      code.slice(1, -1),
      Number(exitCode),
    ]);
    const inCode = Object.entries(errorCodes).map(([code, { exitCode }]) => [code, exitCode]);
    expect(inDocument).toEqual(inCode);
  });

  test('says for every error when it comes and what to do', () => {
    for (const [code, , when, todo] of documented) {
      expect(when, `${code}: when`).toMatch(/^.{10,}\.$/);
      expect(todo, `${code}: what to do`).toMatch(/^.{5,}\.$/);
    }
  });
});

test('docs/exit-codes.md has every exit code once, and those that a shell makes of signals', () => {
  const documented = rows(read('exit-codes.md'), /^\d/).map(([code]) => code);
  expect(documented).toEqual([...Object.values(exitCodes).map(String), '130, 143']);
});

import { expect, test } from 'vitest';
import { completionLines } from '../../../src/commands/completion/completion-lines.js';

test('a candidate is a line: the word, a tab, what it means', () => {
  const candidates = [
    { value: 'logs', description: 'Log entries' },
    { value: 'ERROR', description: '' },
  ];
  expect(completionLines({ candidates, files: false })).toEqual(['logs\tLog entries', 'ERROR']);
});

test('a last line asks the shell for the names of files', () => {
  expect(completionLines({ candidates: [], files: true })).toEqual([':files']);
});

test('a line end or tab in a description does not make another candidate', () => {
  const candidates = [{ value: 'a', description: 'one\ntwo\tthree' }];
  const lines = completionLines({ candidates, files: false });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.split('\t')).toHaveLength(2);
});

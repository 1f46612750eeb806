import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readToken } from '../../src/config/token-file.js';
import { systemFiles } from '../../src/system/files.js';
import { createMachine } from './machine.js';

test.each([
  ['a line', 'file-token\n'],
  ['no line end', 'file-token'],
  ['a Windows line end', 'file-token\r\n'],
  ['spaces around it', '  file-token \n'],
  ['more lines', 'file-token\nsecond line\n'],
])('the token is the first line: %s', async (_what, text) => {
  const { place, write } = createMachine();
  expect(await readToken(write('token', text), '--token-file', place)).toBe('file-token');
});

test('a relative name starts at the working folder', async () => {
  const { place, write } = createMachine();
  write('secrets/token', 'file-token');
  expect(await readToken('secrets/token', '--token-file', place)).toBe('file-token');
});

test('- is standard input', async () => {
  const machine = createMachine();
  machine.stdin = 'piped-token\n';
  expect(await readToken('-', '--token-file', machine.place)).toBe('piped-token');
});

test('a pipe that a shell made is read', async () => {
  const { root, place } = createMachine();
  const pipe = `${root}/pipe`;
  // The shell's own writer waits until somebody reads.
  execFileSync('sh', ['-c', 'mkfifo "$0"; echo piped-token > "$0" &', pipe], { stdio: 'ignore' });
  expect(await readToken(pipe, '--token-file', place)).toBe('piped-token');
});

test("the user's own file must be closed to others", async () => {
  const { place, write } = createMachine();
  const file = write('token', 'file-token', 0o644);
  await expect(readToken(file, '--token-file', place)).rejects.toMatchObject({
    code: 'CONFIG_UNSAFE',
    facts: { file, reason: 'readable-by-others' },
  });
});

test('a file that an administrator provides is read as it is', async () => {
  const { place, write } = createMachine();
  const file = write('token', 'mounted-token', 0o444);
  const files = {
    ...systemFiles,
    facts: async () => ({ isFile: true, mode: 0o444, isOwn: false }),
  };
  expect(await readToken(file, '--token-file', { ...place, files })).toBe('mounted-token');
});

test.each(['', '\n', 'two words', 'tab\tbed', 'tökén', 'nul\u0000', '秘密', 'esc\u001b[31m'])(
  'the text %j is no token, and the error does not hold it',
  async (text) => {
    const { place, write } = createMachine();
    await expect(readToken(write('token', text), '--token-file', place)).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      exitCode: 2,
      facts: { name: '--token-file', value: '***', allowed: { kind: 'token' } },
    });
  },
);

test('a file that is not there is said', async () => {
  const { place, cwd } = createMachine();
  await expect(readToken('nowhere', '--token-file', place)).rejects.toMatchObject({
    code: 'FILE_FAILED',
    message: `${cwd}/nowhere: no such file`,
  });
  await expect(readToken('.', '--token-file', place)).rejects.toMatchObject({
    code: 'FILE_FAILED',
    message: `${cwd}: EISDIR: illegal operation on a directory`,
  });
});

test('an input without end is said, and is no mistake of the program', async () => {
  const { place } = createMachine();
  const readAll = () => Promise.reject(new Error('more than 65536 bytes on standard input'));
  const endless = { ...place, io: { stdin: { readAll } } };
  await expect(readToken('-', 'stdin', endless)).rejects.toMatchObject({
    code: 'FILE_FAILED',
    message: 'stdin: more than 65536 bytes on standard input',
  });
  await expect(readToken('/dev/zero', '--token-file', place)).rejects.toMatchObject({
    code: 'FILE_FAILED',
    message: '/dev/zero: EFBIG: more than 1 MiB',
  });
});

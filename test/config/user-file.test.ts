import { lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addProfile, removeProfile } from '../../src/config/profiles.js';
import { readUserFile } from '../../src/config/user-file.js';
import { systemFiles } from '../../src/system/files.js';
import { promise } from '../helpers/promise.js';
import { atWork, createMachine, JOB, OTHER } from './machine.js';

const storedIn = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** The machine's files with other facts about one of them. */
const filesWith = (path: string, facts: { mode?: number; isOwn?: boolean }) => ({
  ...systemFiles,
  facts: async (asked: string) => {
    const real = await systemFiles.facts(asked);
    return asked === path && real !== undefined ? { ...real, ...facts } : real;
  },
});

describe('reading', () => {
  test('a profile may set everything but the profile', async () => {
    const { userFile, write } = createMachine();
    const rest = { job: JOB, output: 'json', lang: 'tr', tz: 'UTC', level: 'error', retries: 0 };
    const profile = { ...atWork, ...rest, interval: '5s', requestTimeout: '1m' };
    write(userFile, { profile: 'work', profiles: { work: profile } });
    const read = await readUserFile(userFile, systemFiles);
    expect(read?.defaultProfile).toBe('work');
    expect(read?.profiles.get('work')).toEqual({
      ...profile,
      tz: 'utc',
      level: 'ERROR',
      interval: 5000,
      requestTimeout: 60_000,
    });
  });

  test('no file is no settings', async () => {
    expect(await readUserFile(createMachine().userFile, systemFiles)).toBeUndefined();
  });

  test.each([
    ['{"profile":5}', undefined],
    ['{}', undefined],
  ])('%s is fine', async (text) => {
    const { userFile, write } = createMachine();
    write(userFile, text);
    expect((await readUserFile(userFile, systemFiles))?.profiles.size).toBe(0);
  });

  test.each([
    ['{"profilles":{}}', 'CONFIG_UNKNOWN_KEY', { key: 'profilles', suggestion: 'profiles' }],
    ['{"token":"top"}', 'CONFIG_UNKNOWN_KEY', { key: 'token' }],
    [
      '{"profiles":{"work":{"tennant":"x"}}}',
      'CONFIG_UNKNOWN_KEY',
      { key: 'profiles.work.tennant', suggestion: 'tenant' },
    ],
    [
      '{"profiles":{"work":{"profile":"x"}}}',
      'CONFIG_UNKNOWN_KEY',
      { key: 'profiles.work.profile' },
    ],
    [
      '{"profiles":{"work":{"tenant":"x"}}}',
      'CONFIG_INVALID_VALUE',
      { key: 'profiles.work.tenant', value: 'x' },
    ],
    [
      '{"profiles":{"work":{"token":"a b"}}}',
      'CONFIG_INVALID_VALUE',
      { key: 'profiles.work.token', value: '***' },
    ],
    [
      '{"profiles":{"work":{"url":"https://h?k=v"}}}',
      'CONFIG_INVALID_VALUE',
      { value: 'https://h?***' },
    ],
    [
      '{"profiles":{"work":5}}',
      'CONFIG_UNREADABLE',
      { reason: '"profiles.work" holds no settings by name' },
    ],
    ['{"profiles":[]}', 'CONFIG_UNREADABLE', { reason: '"profiles" holds no settings by name' }],
    ['[]', 'CONFIG_UNREADABLE', { reason: 'it holds no settings by name' }],
    ['{"token":"secret" "x"', 'CONFIG_UNREADABLE', { reason: 'not valid JSON (line 1)' }],
  ])('%s is refused', async (text, code, facts) => {
    const { userFile, write } = createMachine();
    write(userFile, text);
    await expect(readUserFile(userFile, systemFiles)).rejects.toMatchObject({
      code,
      facts: { file: userFile, ...facts },
    });
  });
});

describe('trust', () => {
  test.each([0o644, 0o640, 0o604, 0o660])(
    'a token in a file of mode %o is refused',
    async (mode) => {
      const { userFile, write } = createMachine();
      write(userFile, { profiles: { work: atWork } }, mode);
      await expect(readUserFile(userFile, systemFiles)).rejects.toMatchObject({
        code: 'CONFIG_UNSAFE',
        exitCode: 2,
        facts: { file: userFile, reason: 'readable-by-others' },
      });
    },
  );

  test('a file without a token may be open', async () => {
    const { userFile, write } = createMachine();
    write(userFile, { profiles: { work: { url: 'https://jobs.example.com' } } }, 0o644);
    expect((await readUserFile(userFile, systemFiles))?.profiles.size).toBe(1);
  });

  test('a file of another user is refused', async () => {
    const { userFile, write } = createMachine();
    write(userFile, { profiles: {} });
    await expect(
      readUserFile(userFile, filesWith(userFile, { isOwn: false })),
    ).rejects.toMatchObject({
      code: 'CONFIG_UNSAFE',
      facts: { file: userFile, reason: 'owned-by-other' },
    });
  });

  test('behind a link it is the file that counts', async () => {
    const { userFile, write, root } = createMachine();
    const kept = write(`${root}/dotfiles/config.json`, { profiles: { work: atWork } }, 0o644);
    write(join(dirname(userFile), 'other'), '');
    symlinkSync(kept, userFile);
    await expect(readUserFile(userFile, systemFiles)).rejects.toMatchObject({
      facts: { reason: 'readable-by-others' },
    });
  });

  test('what is no file is refused', async () => {
    const { userFile } = createMachine();
    await expect(
      readUserFile(dirname(dirname(dirname(userFile))), systemFiles),
    ).rejects.toMatchObject({
      facts: { reason: 'not-a-file' },
    });
  });
});

describe('login', () => {
  test('makes the first profile the default one', async () => {
    const { userFile } = createMachine();
    await addProfile(userFile, 'work', atWork, systemFiles);
    expect(storedIn(userFile)).toEqual({ profile: 'work', profiles: { work: atWork } });
    await addProfile(userFile, 'night', atWork, systemFiles);
    expect(storedIn(userFile)).toEqual({
      profile: 'work',
      profiles: { work: atWork, night: atWork },
    });
  });

  test('keeps the other settings of the profile in the words of the user', async () => {
    const { userFile, write } = createMachine();
    write(userFile, { profiles: { work: { ...atWork, interval: '60s', level: 'warn' } } });
    await addProfile(
      userFile,
      'work',
      { ...atWork, tenant: OTHER, token: 'new-token' },
      systemFiles,
    );
    expect(storedIn(userFile).profiles.work).toEqual({
      ...atWork,
      tenant: OTHER,
      token: 'new-token',
      interval: '60s',
      level: 'warn',
    });
  });

  test('never leaves an old token at a new url', async () => {
    const { userFile, write } = createMachine();
    write(userFile, { profiles: { work: atWork } });
    const { token: _old, ...elsewhere } = { ...atWork, url: 'https://other.example' };
    await addProfile(userFile, 'work', elsewhere, systemFiles);
    expect(storedIn(userFile).profiles.work).toEqual(elsewhere);
  });

  test('leaves a link where it is and writes the file behind it', async () => {
    const { userFile, write, root } = createMachine();
    const kept = write(`${root}/dotfiles/config.json`, { profiles: {} });
    write(join(dirname(userFile), 'other'), '');
    symlinkSync(kept, userFile);
    await addProfile(userFile, 'work', atWork, systemFiles);
    expect(lstatSync(userFile).isSymbolicLink()).toBe(true);
    expect(storedIn(kept).profiles.work).toEqual(atWork);
  });

  test('writes nothing over a file that it does not understand', async () => {
    const { userFile, write } = createMachine();
    write(userFile, '{"profiles":');
    await expect(addProfile(userFile, 'work', atWork, systemFiles)).rejects.toMatchObject({
      code: 'CONFIG_UNREADABLE',
    });
    expect(readFileSync(userFile, 'utf8')).toBe('{"profiles":');
  });

  test('takes any name for a profile', async () => {
    const { userFile } = createMachine();
    await addProfile(userFile, '__proto__', atWork, systemFiles);
    const read = await readUserFile(userFile, systemFiles);
    expect([...(read?.profiles ?? [])]).toEqual([['__proto__', atWork]]);
  });

  test('says why it could not write', async () => {
    const { userFile } = createMachine();
    const files = {
      ...systemFiles,
      writePrivate: async () =>
        Promise.reject(new Error("ENOSPC: no space left on device, write '/x'")),
    };
    await expect(addProfile(userFile, 'work', atWork, files)).rejects.toMatchObject({
      code: 'FILE_FAILED',
      facts: { file: userFile, reason: 'ENOSPC: no space left on device' },
    });
  });

  promise(
    'C7',
    'a stored token lies in a file of mode 0600 in a folder of mode 0700',
    { full: 20, quick: 20 },
    async ({ count, fail }) => {
      for (let n = 0; n < count; n += 1) {
        const { userFile } = createMachine();
        const old = process.umask([0o000, 0o002, 0o022, 0o077][n % 4] ?? 0);
        await addProfile(userFile, `profile-${n}`, atWork, systemFiles).finally(() =>
          process.umask(old),
        );
        const modes = [userFile, dirname(userFile)].map((path) =>
          (statSync(path).mode & 0o777).toString(8),
        );
        if (modes.join() !== '600,700') fail(`modes ${modes.join()}`);
      }
    },
  );
});

describe('logout', () => {
  test('takes the profile and its token out of the file', async () => {
    const { userFile, write } = createMachine();
    write(userFile, {
      profile: 'work',
      profiles: { work: atWork, night: { ...atWork, token: 'night-token' } },
    });
    expect(await removeProfile(userFile, 'night', systemFiles)).toBe(true);
    expect(storedIn(userFile)).toEqual({ profile: 'work', profiles: { work: atWork } });
    expect(await removeProfile(userFile, 'work', systemFiles)).toBe(true);
    expect(storedIn(userFile)).toEqual({ profiles: {} });
    expect(readFileSync(userFile, 'utf8')).not.toContain('token');
  });

  test('writes nothing where there is no such profile', async () => {
    const { userFile } = createMachine();
    expect(await removeProfile(userFile, 'work', systemFiles)).toBe(false);
    expect(await systemFiles.facts(userFile)).toBeUndefined();
  });
});

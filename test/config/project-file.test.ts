import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadProjectFile } from '../../src/config/project-file.js';
import { systemFiles } from '../../src/system/files.js';
import { createMachine, JOB, PROJECT, TENANT } from './machine.js';

const all = {
  tenant: TENANT,
  project: PROJECT,
  job: JOB,
  profile: 'work',
  output: 'json',
  lang: 'ja',
  tz: 'Europe/Istanbul',
  interval: '10s',
  level: 'WARN',
  requestTimeout: '1m',
  retries: 5,
};

test.each([
  ['.jobtrackrc', JSON.stringify(all)],
  ['.jobtrackrc', 'retries: 5\nlevel: WARN'],
  ['.jobtrackrc.json', JSON.stringify(all)],
  ['.jobtrackrc.json', `\uFEFF${JSON.stringify(all)}`],
  ['.jobtrackrc.yaml', 'retries: 5\nlevel: warn'],
  ['.jobtrackrc.yml', 'retries: "5"\nlevel: WARN'],
  ['jobtrack.config.json', JSON.stringify(all)],
  ['jobtrack.config.yaml', '# ours\nretries: 5\nlevel: WARN'],
  ['jobtrack.config.yml', '{retries: 5, level: WARN}'],
  ['package.json', JSON.stringify({ name: 'x', jobtrack: all })],
])('%s is read', async (name, text) => {
  const { cwd, write } = createMachine();
  const file = write(name, text);
  expect(await loadProjectFile(cwd, systemFiles)).toMatchObject({
    file,
    values: { retries: 5, level: 'WARN' },
  });
});

test('everything that a project may set is read', async () => {
  const { cwd, write } = createMachine();
  write('.jobtrackrc', all);
  const found = await loadProjectFile(cwd, systemFiles);
  expect(found?.values).toEqual({ ...all, interval: 10_000, requestTimeout: 60_000 });
});

test('the first file that holds something is the one', async () => {
  const { cwd, write } = createMachine();
  write('package.json', { jobtrack: { retries: 1 } });
  write('jobtrack.config.json', { retries: 2 });
  write('.jobtrackrc.yaml', '# nothing yet\n');
  write('.jobtrackrc', '');
  expect((await loadProjectFile(cwd, systemFiles))?.values).toEqual({ retries: 2 });
});

test.each([
  ['no file', undefined, ''],
  ['a package.json without a part for jobtrack', 'package.json', '{"name":"x"}'],
  [
    'a package.json that only depends on jobtrack',
    'package.json',
    '{"devDependencies":{"jobtrack":"1"}}',
  ],
  ['a broken package.json without a word on jobtrack', 'package.json', '{"name":'],
  ['an empty file', '.jobtrackrc', '\n'],
])('a folder with %s sets nothing', async (_what, name, text) => {
  const { cwd, write } = createMachine();
  if (name !== undefined) write(name, text);
  expect(await loadProjectFile(cwd, systemFiles)).toBeUndefined();
});

test.each([
  'url',
  'URL',
  'baseUrl',
  'token',
  'auth-token',
  'tokenFile',
  'proxy',
  'https_proxy',
  'headers',
  'command',
  'exec',
  'webhook',
  'profiles',
  '$import',
])('"%s" is refused: only the user may set it', async (key) => {
  const { cwd, write } = createMachine();
  const file = write('.jobtrackrc.json', { retries: 1, [key]: 'https://evil.example' });
  await expect(loadProjectFile(cwd, systemFiles)).rejects.toMatchObject({
    code: 'CONFIG_FORBIDDEN_KEY',
    facts: { file, key },
    message: `${file}: "${key}" may not be set by a project's file`,
  });
});

test.each([
  ['intervall', 'interval'],
  ['requesttimeout', 'requestTimeout'],
  ['jobb', 'job'],
  ['colour', undefined],
  ['__proto__', undefined],
])('"%s" is no setting; the nearest is %s', async (key, suggestion) => {
  const { cwd, write } = createMachine();
  const file = write('.jobtrackrc', `{"${key}": {"retries": 1}}`);
  const facts = suggestion === undefined ? { file, key } : { file, key, suggestion };
  await expect(loadProjectFile(cwd, systemFiles)).rejects.toMatchObject({
    code: 'CONFIG_UNKNOWN_KEY',
    facts,
  });
});

test.each([
  ['tenant: acme', 'tenant: "acme" is not a GUID, such as cc0e8400-e29b-41d4-a716-446655440000'],
  ['output: xml', 'output: "xml" is not one of human, json, ndjson'],
  [
    'interval: 100ms',
    'interval: "100ms" is not a duration such as 500ms, 30s, 15m, 2h or 1h30m, at least 250ms',
  ],
  [
    'interval: 2',
    'interval: "2" is not a duration such as 500ms, 30s, 15m, 2h or 1h30m, at least 250ms',
  ],
  ['retries: -1', 'retries: "-1" is not a whole number from 0 to 10'],
  ['retries: 1.5', 'retries: "1.5" is not a whole number from 0 to 10'],
  ['retries: [1, 2]', 'retries: "[…]" is not a whole number from 0 to 10'],
  ['level: {a: 1}', 'level: "{…}" is not one of DEBUG, INFO, WARN, ERROR'],
  [
    'tz: Mars/Phobos',
    'tz: "Mars/Phobos" is not utc, local or an IANA time zone such as Europe/Istanbul',
  ],
  ['lang:', 'lang: "null" is not one of en, tr, ja'],
  ['profile: ""', 'profile: "" is not a text that is not empty'],
])('%s says what was found and what is allowed', async (text, words) => {
  const { cwd, write } = createMachine();
  const file = write('.jobtrackrc', text);
  await expect(loadProjectFile(cwd, systemFiles)).rejects.toMatchObject({
    code: 'CONFIG_INVALID_VALUE',
    message: `${file}: ${words}`,
  });
});

test.each([
  ['.jobtrackrc.json', '{\n  "retries": 1,\n}', 'not valid JSON (line 3)'],
  ['.jobtrackrc.json', '{"retries":', 'not valid JSON'],
  ['package.json', '{"jobtrack": {retries: 1}}', 'not valid JSON (line 1)'],
  ['.jobtrackrc', 'retries: [\n', 'unexpected end of the stream within a flow collection (line 2)'],
  ['.jobtrackrc', 'retries: 1\nretries: 2', 'duplicated mapping key (line 2)'],
  [
    '.jobtrackrc',
    'job: !!js/function "x"',
    'unknown tag !<tag:yaml.org,2002:js/function> (line 1)',
  ],
  ['.jobtrackrc', 'a-secret-in-the-wrong-file', 'it holds no settings by name'],
  ['.jobtrackrc', '- retries', 'it holds no settings by name'],
  ['package.json', '{"jobtrack": 5}', 'it holds no settings by name'],
])('%s with %j is refused without a word of what it holds', async (name, text, reason) => {
  const { cwd, write } = createMachine();
  const file = write(name, text);
  await expect(loadProjectFile(cwd, systemFiles)).rejects.toMatchObject({
    code: 'CONFIG_UNREADABLE',
    facts: { file, reason },
  });
});

test('a link to a file of the user is read under the same rules', async () => {
  const { cwd, root, write } = createMachine();
  write(`${root}/shared.yaml`, 'retries: 4');
  symlinkSync(`${root}/shared.yaml`, join(cwd, '.jobtrackrc'));
  expect((await loadProjectFile(cwd, systemFiles))?.values).toEqual({ retries: 4 });
  write(`${root}/shared.yaml`, 'url: https://evil.example');
  await expect(loadProjectFile(cwd, systemFiles)).rejects.toMatchObject({
    code: 'CONFIG_FORBIDDEN_KEY',
  });
});

test("a link to another user's file is refused", async () => {
  const { cwd, root, write } = createMachine();
  const target = write(`${root}/theirs.yaml`, 'retries: 4');
  symlinkSync(target, join(cwd, '.jobtrackrc'));
  const files = {
    ...systemFiles,
    facts: async (path: string) =>
      path === target ? { isFile: true, mode: 0o644, isOwn: false } : systemFiles.facts(path),
  };
  await expect(loadProjectFile(cwd, files)).rejects.toMatchObject({
    code: 'CONFIG_UNSAFE',
    facts: { file: join(cwd, '.jobtrackrc'), reason: 'owned-by-other' },
  });
});

test('a link to nothing counts as no file', async () => {
  const { cwd } = createMachine();
  symlinkSync('nowhere', join(cwd, '.jobtrackrc'));
  expect(await loadProjectFile(cwd, systemFiles)).toBeUndefined();
});

test('what is no file is refused unopened', async () => {
  const { cwd } = createMachine();
  mkdirSync(join(cwd, '.jobtrackrc'));
  symlinkSync('/dev/zero', join(cwd, 'package.json'));
  await expect(loadProjectFile(cwd, systemFiles)).rejects.toMatchObject({
    code: 'CONFIG_UNSAFE',
    facts: { file: join(cwd, '.jobtrackrc'), reason: 'not-a-file' },
  });
});

test('a file that may not be read is said, not passed over', async () => {
  const { cwd, write } = createMachine();
  const file = write('.jobtrackrc', 'retries: 1');
  const files = {
    ...systemFiles,
    readText: async () => Promise.reject(new Error("EACCES: permission denied, open '/x'")),
  };
  await expect(loadProjectFile(cwd, files)).rejects.toMatchObject({
    code: 'CONFIG_UNREADABLE',
    facts: { file, reason: 'EACCES: permission denied' },
  });
});

test('no content, whatever it is, sets a url or a token or ends in anything but one of our errors', async () => {
  const { cwd, write } = createMachine();
  const keys = fc.constantFrom(
    'url',
    'token',
    'retries',
    'constructor',
    '__proto__',
    'tenant',
    '$import',
    '<<',
  );
  const values = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('1', TENANT, '10s'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(keys, values)), async (entries) => {
      write(
        '.jobtrackrc.json',
        `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join()}}`,
      );
      const outcome = await loadProjectFile(cwd, systemFiles).catch((error: Error) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ exitCode: 2 });
      else
        expect(
          Object.keys(outcome?.values ?? {})
            .sort()
            .join(),
        ).toMatch(/^(retries)?,?(tenant)?$/);
    }),
    { numRuns: 200 },
  );
});

test('a file of more than 64 KiB is refused before it is parsed', async () => {
  const { cwd, write } = createMachine();
  const file = write('.jobtrackrc.yaml', `# ${'x'.repeat(65_536)}\nretries: 1`);
  await expect(loadProjectFile(cwd, systemFiles)).rejects.toMatchObject({
    code: 'CONFIG_UNREADABLE',
    facts: { file, reason: 'more than 64 KiB' },
  });
});

const bomb = [
  'a: &a [x, x]',
  ...Array.from(
    { length: 60 },
    (_, n) => `b${n}: &b${n} [*${n ? `b${n - 1}` : 'a'}, *${n ? `b${n - 1}` : 'a'}]`,
  ),
].join('\n');
const keys = Array.from({ length: 4_000 }, (_, n) => `k${n}: 1`).join(', ');

test.each([
  ['aliases of aliases', bomb],
  [
    'one object merged over and over',
    `base: &a {${keys}}\nretries: {<<: [${'*a,'.repeat(5_000)}]}`,
  ],
  ['lists in lists', `retries: ${'['.repeat(30_000)}${']'.repeat(30_000)}`],
])('%s end at once, as one of our errors', async (_what, text) => {
  const { cwd, write } = createMachine();
  write('.jobtrackrc', text);
  const startedMs = performance.now();
  const error = await loadProjectFile(cwd, systemFiles).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'JobtrackError', exitCode: 2 });
  expect(performance.now() - startedMs).toBeLessThan(5_000);
});

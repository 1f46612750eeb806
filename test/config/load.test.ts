import { describe, expect, test } from 'vitest';
import type { Settings } from '../../src/config/settings.js';
import { atWork, createMachine, JOB, type Machine, OTHER, PROJECT, TENANT } from './machine.js';

const atHome = {
  url: 'http://127.0.0.1:4040',
  tenant: OTHER,
  project: OTHER,
  token: 'serve-token',
  pid: 4711,
};

/** A machine on which a server of the user runs. */
function withServe(machine: Machine, state: object = atHome, mode?: number): Machine {
  machine.write(machine.serveFile, state, mode);
  machine.alive.add(4711);
  return machine;
}

function withProfiles(machine: Machine, profiles: object, profile?: string): Machine {
  machine.write(machine.userFile, { ...(profile === undefined ? {} : { profile }), profiles });
  return machine;
}

const valuesOf = (settings: Settings) =>
  Object.fromEntries(Object.entries(settings).map(([key, { value }]) => [key, value]));

describe('where nothing is set', () => {
  test('there are defaults for everything but what only the user can know', async () => {
    const settings = await createMachine().load();
    expect(valuesOf(settings)).toEqual({
      url: undefined,
      tenant: undefined,
      project: undefined,
      token: undefined,
      job: undefined,
      profile: undefined,
      output: 'human',
      lang: 'en',
      tz: 'local',
      interval: 2000,
      level: 'INFO',
      requestTimeout: 30_000,
      retries: 2,
    });
    expect(settings.output.source).toEqual({ kind: 'default' });
  });
});

describe('the first source that names a setting wins', () => {
  /** The same setting in every source that can have it, most important first. */
  const sources: [string, (machine: Machine) => void, string][] = [
    [
      'environment',
      ({ environment }) => Object.assign(environment, { JOBTRACK_OUTPUT: 'json' }),
      'json',
    ],
    ['project-file', (machine) => machine.write('.jobtrackrc', 'output: ndjson'), 'ndjson'],
    ['user-file', (machine) => withProfiles(machine, { default: { output: 'json' } }), 'json'],
    ['default', () => undefined, 'human'],
  ];

  test.each(sources.map(([kind], index) => [kind, index] as const))(
    '%s before what follows it',
    async (kind, index) => {
      const machine = createMachine();
      for (const [, set] of sources.slice(index)) set(machine);
      const { output } = await machine.load();
      expect([output.source.kind, output.value]).toEqual([kind, sources[index]?.[2]]);
    },
  );

  test('a flag before all of them', async () => {
    const machine = createMachine();
    for (const [, set] of sources) set(machine);
    expect((await machine.load({ output: 'ndjson' })).output).toEqual({
      value: 'ndjson',
      source: { kind: 'flag', name: '--output' },
    });
  });

  test('every flag is a source', async () => {
    const settings = await createMachine().load({
      url: 'https://flag.example',
      tenant: OTHER,
      project: OTHER,
      lang: 'tr',
      tz: 'utc',
      requestTimeoutMs: 5000,
      retries: 0,
    });
    expect(settings).toMatchObject({
      url: { value: 'https://flag.example', source: { kind: 'flag', name: '--url' } },
      tenant: { value: OTHER, source: { kind: 'flag', name: '--tenant' } },
      project: { value: OTHER, source: { kind: 'flag', name: '--project' } },
      lang: { value: 'tr', source: { kind: 'flag', name: '--lang' } },
      tz: { value: 'utc', source: { kind: 'flag', name: '--tz' } },
      requestTimeout: { value: 5000, source: { kind: 'flag', name: '--request-timeout' } },
      retries: { value: 0, source: { kind: 'flag', name: '--retries' } },
    });
  });

  test('every variable is a source', async () => {
    const machine = withProfiles(createMachine(), { night: {} });
    Object.assign(machine.environment, {
      JOBTRACK_URL: 'https://variable.example',
      JOBTRACK_TOKEN: 'variable-token',
      JOBTRACK_TENANT: TENANT,
      JOBTRACK_PROJECT: PROJECT,
      JOBTRACK_JOB: JOB,
      JOBTRACK_PROFILE: 'night',
      JOBTRACK_LANG: 'ja',
      JOBTRACK_OUTPUT: 'ndjson',
    });
    const settings = await machine.load();
    expect(valuesOf(settings)).toMatchObject({
      url: 'https://variable.example',
      token: 'variable-token',
      tenant: TENANT,
      project: PROJECT,
      job: JOB,
      profile: 'night',
      lang: 'ja',
      output: 'ndjson',
    });
    expect(settings.job.source).toEqual({ kind: 'environment', name: 'JOBTRACK_JOB' });
  });

  test('an empty variable counts as none', async () => {
    const machine = createMachine();
    Object.assign(machine.environment, { JOBTRACK_URL: '', JOBTRACK_OUTPUT: '' });
    expect(valuesOf(await machine.load())).toMatchObject({ url: undefined, output: 'human' });
  });
});

describe('the profile', () => {
  const profiles = {
    work: atWork,
    night: { ...atWork, url: 'https://night.example', retries: 0, interval: '10s' },
  };

  test('is the one that the user made the default', async () => {
    const machine = withProfiles(createMachine(), profiles, 'night');
    expect(await machine.load()).toMatchObject({
      url: {
        value: 'https://night.example',
        source: { kind: 'user-file', file: machine.userFile, profile: 'night' },
      },
      retries: { value: 0 },
      interval: { value: 10_000 },
    });
  });

  test('is the one called default where none was made it', async () => {
    const machine = withProfiles(createMachine(), {
      ...profiles,
      default: { url: 'https://usual.example' },
    });
    expect(valuesOf(await machine.load())).toMatchObject({
      profile: 'default',
      url: 'https://usual.example',
    });
  });

  test('is none where the file has several and says nothing', async () => {
    const machine = withProfiles(createMachine(), profiles);
    expect(valuesOf(await machine.load())).toMatchObject({ profile: undefined, url: undefined });
  });

  test('is chosen by the flag, before the variable, before the project', async () => {
    const machine = withProfiles(createMachine(), profiles);
    machine.write('.jobtrackrc', 'profile: work');
    expect((await machine.load()).url.value).toBe('https://jobs.example.com');
    machine.environment['JOBTRACK_PROFILE'] = 'night';
    expect((await machine.load()).url.value).toBe('https://night.example');
    expect((await machine.load({ profile: 'work' })).url.value).toBe('https://jobs.example.com');
  });

  test('is refused where there is none of that name, with the nearest', async () => {
    const machine = withProfiles(createMachine(), profiles);
    await expect(machine.load({ profile: 'nigth' })).rejects.toMatchObject({
      code: 'UNKNOWN_PROFILE',
      facts: { profile: 'nigth', known: ['work', 'night'], suggestion: 'night' },
    });
    await expect(machine.load({ profile: '__proto__' })).rejects.toMatchObject({
      code: 'UNKNOWN_PROFILE',
    });
  });

  test('that a project names need not exist where a CI job gives the url itself', async () => {
    const machine = createMachine();
    machine.write('.jobtrackrc', 'profile: work');
    await expect(machine.load()).rejects.toMatchObject({
      code: 'UNKNOWN_PROFILE',
      facts: { known: [] },
    });
    machine.environment['JOBTRACK_URL'] = 'https://ci.example';
    expect((await machine.load()).url.value).toBe('https://ci.example');
  });
});

describe('a token belongs to the origin of the url that it was stored with', () => {
  const machineAtWork = () => withProfiles(createMachine(), { default: atWork });

  test.each([
    ['https://jobs.example.com', 'work-token'],
    ['https://jobs.example.com:443/other/path', 'work-token'],
    ['HTTPS://JOBS.EXAMPLE.COM', 'work-token'],
    ['http://jobs.example.com', undefined],
    ['https://jobs.example.com:8443', undefined],
    ['https://evil.example', undefined],
    ['https://jobs.example.com.evil.example', undefined],
    ['https://sub.jobs.example.com', undefined],
    ['https://jobs.example.com.', undefined],
  ])('with --url %s the token is %s', async (url, token) => {
    expect((await machineAtWork().load({ url })).token.value).toBe(token);
  });

  test('the variable JOBTRACK_URL is held to the same', async () => {
    const machine = machineAtWork();
    machine.environment['JOBTRACK_URL'] = 'https://evil.example';
    expect((await machine.load()).token).toEqual({ value: undefined, source: { kind: 'default' } });
  });

  test('JOBTRACK_TOKEN and --token-file are meant for the url in force', async () => {
    const machine = machineAtWork();
    machine.environment['JOBTRACK_TOKEN'] = 'variable-token';
    const url = 'https://other.example';
    expect((await machine.load({ url })).token.value).toBe('variable-token');
    const tokenFile = machine.write('token', 'file-token\n');
    expect((await machine.load({ url, tokenFile })).token).toEqual({
      value: 'file-token',
      source: { kind: 'flag', name: '--token-file' },
    });
  });

  test('a token without a url belongs nowhere', async () => {
    const machine = withProfiles(createMachine(), { default: { token: 'stray-token' } });
    expect((await machine.load({ url: 'https://any.example' })).token.value).toBeUndefined();
  });

  test('nor does the token of a running serve leave it', async () => {
    const machine = withServe(createMachine());
    expect((await machine.load()).token.value).toBe('serve-token');
    expect((await machine.load({ url: 'https://evil.example' })).token.value).toBeUndefined();
    expect((await machine.load({ url: 'http://127.0.0.1:4041' })).token.value).toBeUndefined();
  });
});

describe('a running serve of the same user', () => {
  test('gives url, tenant, project and token where nothing else does', async () => {
    const machine = withServe(createMachine());
    expect(await machine.load()).toMatchObject({
      url: { value: 'http://127.0.0.1:4040', source: { kind: 'serve', file: machine.serveFile } },
      tenant: { value: OTHER },
      project: { value: OTHER },
      token: { value: 'serve-token', source: { kind: 'serve' } },
    });
  });

  test('comes after the profile, and lends no ids to another url', async () => {
    const machine = withServe(
      withProfiles(createMachine(), { default: { url: 'https://jobs.example.com' } }),
    );
    expect(valuesOf(await machine.load())).toMatchObject({
      url: 'https://jobs.example.com',
      tenant: undefined,
      project: undefined,
      token: undefined,
    });
  });

  test.each([
    ['others can read its file', (m: Machine) => withServe(m, atHome, 0o644)],
    ['it has ended', (m: Machine) => withServe(m, { ...atHome, pid: 4712 })],
    [
      'its url leads off this machine',
      (m: Machine) => withServe(m, { ...atHome, url: 'https://evil.example' }),
    ],
    [
      'its url only looks local',
      (m: Machine) => withServe(m, { ...atHome, url: 'http://127.0.0.1.evil.example' }),
    ],
    ['its ids are none', (m: Machine) => withServe(m, { ...atHome, tenant: '../..' })],
    ['its token fits no header', (m: Machine) => withServe(m, { ...atHome, token: 'a\r\nb' })],
    ['its process number is none', (m: Machine) => withServe(m, { ...atHome, pid: -1 })],
    ['its file is cut', (m: Machine) => m.write(m.serveFile, '{"url":"http://127.')],
    ['its file holds no object', (m: Machine) => m.write(m.serveFile, 'null')],
  ])('counts as none where %s', async (_what, arrange) => {
    const machine = createMachine();
    arrange(machine);
    expect(valuesOf(await machine.load())).toMatchObject({ url: undefined, token: undefined });
  });

  test('is found through XDG_STATE_HOME', async () => {
    const machine = createMachine();
    machine.environment['XDG_STATE_HOME'] = `${machine.root}/state`;
    machine.write(`${machine.root}/state/jobtrack/serve.json`, atHome);
    machine.alive.add(4711);
    expect((await machine.load()).url.value).toBe('http://127.0.0.1:4040');
  });
});

describe('the language', () => {
  test.each([
    [{ LANG: 'tr_TR.UTF-8' }, 'tr', 'LANG'],
    [{ LC_ALL: 'ja_JP.UTF-8', LANG: 'tr_TR.UTF-8' }, 'ja', 'LC_ALL'],
    [{ LC_ALL: '', LC_MESSAGES: 'tr', LANG: 'ja' }, 'tr', 'LC_MESSAGES'],
    [{ LC_ALL: 'C', LANG: 'ja_JP' }, 'en', 'LC_ALL'],
  ])('of the locale %j is %s', async (locale, lang, name) => {
    const machine = createMachine();
    Object.assign(machine.environment, locale);
    expect((await machine.load()).lang).toEqual({
      value: lang,
      source: { kind: 'environment', name },
    });
  });

  test('of a file comes before the locale', async () => {
    const machine = createMachine();
    machine.environment['LANG'] = 'tr_TR.UTF-8';
    machine.write('.jobtrackrc', 'lang: ja');
    expect((await machine.load()).lang.value).toBe('ja');
  });
});

describe('a bad value', () => {
  test.each([
    [
      'JOBTRACK_TENANT',
      'acme',
      '"acme" is not a GUID, such as cc0e8400-e29b-41d4-a716-446655440000',
    ],
    ['JOBTRACK_OUTPUT', 'jsno', '"jsno" is not one of human, json, ndjson'],
    ['JOBTRACK_LANG', 'de', '"de" is not one of en, tr, ja'],
    [
      'JOBTRACK_JOB',
      'https://evil.example/',
      '"https://evil.example/" is not a GUID, such as cc0e8400-e29b-41d4-a716-446655440000',
    ],
    [
      'JOBTRACK_URL',
      'https://me:pass@h',
      '"https://***@h" is not an http or https address without a user name, password, query or fragment',
    ],
    ['JOBTRACK_TOKEN', 'se cret', '"***" is not a token: one line of visible ASCII characters'],
  ])('of %s says what was found and what is allowed, and no secret', async (name, value, words) => {
    const machine = createMachine();
    machine.environment[name] = value;
    await expect(machine.load()).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      exitCode: 2,
      message: `${name}: ${words}`,
    });
  });

  test('names the nearest choice', async () => {
    const machine = createMachine();
    machine.environment['JOBTRACK_OUTPUT'] = 'jsno';
    await expect(machine.load()).rejects.toMatchObject({ facts: { suggestion: 'json' } });
  });
});

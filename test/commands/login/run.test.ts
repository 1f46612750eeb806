import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../../../src/commands/login/run.js';
import {
  atWork,
  createMachine,
  type Machine,
  OTHER,
  PROJECT,
  TENANT,
} from '../../config/machine.js';
import { createContext } from '../settings-context.js';

const stored = ({ userFile }: Machine) => JSON.parse(readFileSync(userFile, 'utf8'));

test('on a terminal everything is asked for, and the token is not shown', async () => {
  const machine = createMachine();
  const { context, stdout, stderr } = await createContext(machine, {}, [
    'https://jobs.example.com',
    TENANT,
    PROJECT,
    'work-token',
  ]);
  expect(await run(undefined, context)).toBe(0);
  expect(stdout()).toBe('');
  expect(stderr()).toBe(
    `Address of the API (https://…): Tenant id: Project id: Token (not shown): 
Saved profile "default" for https://jobs.example.com.
Stored in ${machine.userFile}, which only you can read.
Check that it works with: jobtrack doctor
`,
  );
  expect(stored(machine)).toEqual({ profile: 'default', profiles: { default: atWork } });
  expect(statSync(machine.userFile).mode & 0o777).toBe(0o600);
});

test('an answer that is not allowed is asked for again', async () => {
  const machine = createMachine();
  const { context, stderr } = await createContext(machine, { url: atWork.url, project: PROJECT }, [
    'acme',
    TENANT,
    'two words',
    'work-token',
  ]);
  await run(undefined, context);
  expect(stderr()).toContain(
    `Tenant id: tenant: "acme" is not a GUID, such as cc0e8400-e29b-41d4-a716-446655440000
Tenant id: Token (not shown): 
token: "***" is not a token: one line of visible ASCII characters
Token (not shown): 
`,
  );
  expect(stored(machine).profiles.default).toEqual(atWork);
});

test('an empty answer, or the end of the input, ends the questions', async () => {
  const { context } = await createContext(createMachine(), {}, ['']);
  await expect(run(undefined, context)).rejects.toMatchObject({
    code: 'INVALID_VALUE',
    facts: { name: 'url', value: '' },
  });
});

test('a second login offers what is stored, but asks for the token anew', async () => {
  const machine = createMachine();
  machine.write(machine.userFile, { profile: 'work', profiles: { work: atWork } });
  const { context, stderr } = await createContext(machine, {}, ['', OTHER, '', 'new-token']);
  await run(undefined, context);
  expect(stderr()).toContain(`Tenant id [${TENANT}]: `);
  expect(stderr()).not.toContain('work-token');
  expect(stored(machine).profiles.work).toEqual({ ...atWork, tenant: OTHER, token: 'new-token' });
});

test('in a pipe nothing is asked and the token is the first line', async () => {
  const machine = createMachine();
  machine.stdin = 'work-token\n';
  machine.environment['JOBTRACK_TENANT'] = TENANT;
  const flags = { url: atWork.url, project: PROJECT, profile: 'work', output: 'json' } as const;
  const { context, stdout, stderr } = await createContext(machine, flags);
  await run(undefined, context);
  expect(stderr()).toBe('');
  expect(JSON.parse(stdout())).toEqual({
    profile: 'work',
    url: atWork.url,
    tenant: TENANT,
    project: PROJECT,
    file: machine.userFile,
  });
  expect(stored(machine)).toEqual({ profile: 'work', profiles: { work: atWork } });
});

test('in a pipe what is missing is said', async () => {
  const machine = createMachine();
  machine.stdin = 'work-token\n';
  const { context } = await createContext(machine, { url: atWork.url });
  await expect(run(undefined, context)).rejects.toMatchObject({
    code: 'MISSING_SETTING',
    facts: { setting: 'tenant' },
  });
});

test('an empty standard input is no token', async () => {
  const { url, tenant, project } = atWork;
  const { context } = await createContext(createMachine(), { url, tenant, project });
  await expect(run(undefined, context)).rejects.toMatchObject({
    code: 'INVALID_VALUE',
    facts: { name: 'stdin', value: '***' },
  });
});

test('the token can come from a file, the settings go where --config says', async () => {
  const machine = createMachine();
  const { url, tenant, project } = atWork;
  const tokenFile = machine.write('token', 'work-token\n');
  const flags = { url, tenant, project, tokenFile, config: 'mine/ci.json', quiet: true };
  const { context, stderr } = await createContext(machine, flags);
  await run(undefined, context);
  expect(stderr()).toBe('');
  expect(JSON.parse(readFileSync(`${machine.cwd}/mine/ci.json`, 'utf8')).profiles.default).toEqual(
    atWork,
  );
});

test("a project's file has no say in what is stored", async () => {
  const machine = createMachine();
  machine.stdin = 'work-token';
  machine.write('.jobtrackrc', { tenant: OTHER, profile: 'theirs' });
  const { url, tenant, project } = atWork;
  const { context } = await createContext(machine, { url, tenant, project });
  await run(undefined, context);
  expect(stored(machine)).toEqual({ profile: 'default', profiles: { default: atWork } });
});

import { expect, test } from 'vitest';
import { requireConnection, requireJob } from '../../src/config/require.js';
import { atWork, createMachine, JOB, OTHER } from './machine.js';

test('a connection is url, tenant, project, and a token where there is one', async () => {
  const machine = createMachine();
  machine.write(machine.userFile, { profiles: { default: atWork } });
  const connection = { url: atWork.url, tenantId: atWork.tenant, projectId: atWork.project };
  expect(requireConnection(await machine.load())).toEqual({ ...connection, token: 'work-token' });
  machine.environment['JOBTRACK_URL'] = 'https://other.example';
  expect(requireConnection(await machine.load())).toEqual({
    ...connection,
    url: 'https://other.example',
  });
});

test.each(['url', 'tenant', 'project'] as const)(
  'without a %s no request is made',
  async (setting) => {
    const machine = createMachine();
    const { [setting]: _left, ...rest } = atWork;
    machine.write(machine.userFile, { profiles: { default: rest } });
    const settings = await machine.load();
    expect(() => requireConnection(settings)).toThrow(
      expect.objectContaining({ code: 'MISSING_SETTING', exitCode: 2, facts: { setting } }),
    );
  },
);

test('the job is the argument, else the setting', async () => {
  const machine = createMachine();
  machine.write('.jobtrackrc', { job: JOB });
  const settings = await machine.load();
  expect(requireJob(settings, undefined)).toBe(JOB);
  expect(requireJob(settings, OTHER)).toBe(OTHER);
  expect(() => requireJob(settings, 'https://evil.example/job')).toThrow(
    expect.objectContaining({
      code: 'INVALID_VALUE',
      facts: expect.objectContaining({ name: 'jobId' }),
    }),
  );
});

test('no job anywhere is said', async () => {
  const settings = await createMachine().load();
  expect(() => requireJob(settings, undefined)).toThrow('no job id is set');
});

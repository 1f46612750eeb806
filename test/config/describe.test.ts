import { expect, test } from 'vitest';
import { describeSettings } from '../../src/config/describe.js';
import { atWork, createMachine, PROJECT, TENANT } from './machine.js';

test('every setting is told with its value and its source, the token only as set', async () => {
  const machine = createMachine();
  machine.write(machine.userFile, {
    profile: 'work',
    profiles: { work: { ...atWork, interval: '90s' } },
  });
  machine.environment['JOBTRACK_LANG'] = 'tr';
  const rows = describeSettings(await machine.load({ retries: 0 }));
  const source = { kind: 'user-file', file: machine.userFile, profile: 'work' };
  const byDefault = { kind: 'default' };
  expect(rows).toEqual([
    { name: 'url', value: 'https://jobs.example.com', isSet: true, source },
    { name: 'tenant', value: TENANT, isSet: true, source },
    { name: 'project', value: PROJECT, isSet: true, source },
    { name: 'token', value: undefined, isSet: true, source },
    {
      name: 'profile',
      value: 'work',
      isSet: true,
      source: { kind: 'user-file', file: machine.userFile },
    },
    { name: 'job', value: undefined, isSet: false, source: byDefault },
    { name: 'output', value: 'human', isSet: true, source: byDefault },
    {
      name: 'lang',
      value: 'tr',
      isSet: true,
      source: { kind: 'environment', name: 'JOBTRACK_LANG' },
    },
    { name: 'tz', value: 'local', isSet: true, source: byDefault },
    { name: 'interval', value: '1m30s', isSet: true, source },
    { name: 'level', value: 'INFO', isSet: true, source: byDefault },
    { name: 'requestTimeout', value: '30s', isSet: true, source: byDefault },
    { name: 'retries', value: '0', isSet: true, source: { kind: 'flag', name: '--retries' } },
  ]);
  expect(JSON.stringify(rows)).not.toContain('work-token');
});

test('a token that is left out for another origin is not set', async () => {
  const machine = createMachine();
  machine.write(machine.userFile, { profiles: { default: atWork } });
  const rows = describeSettings(await machine.load({ url: 'https://other.example' }));
  expect(rows[3]).toEqual({
    name: 'token',
    value: undefined,
    isSet: false,
    source: { kind: 'default' },
  });
});

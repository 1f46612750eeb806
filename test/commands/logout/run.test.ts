import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../../../src/commands/logout/run.js';
import { atWork, createMachine } from '../../config/machine.js';
import { createContext } from '../settings-context.js';

test('the default profile and its token are removed', async () => {
  const machine = createMachine();
  machine.write(machine.userFile, { profile: 'work', profiles: { work: atWork, night: atWork } });
  const { context, stdout, stderr } = await createContext(machine);
  expect(await run(undefined, context)).toBe(0);
  expect([stdout(), stderr()]).toEqual([
    '',
    `Removed profile "work" and its token from ${machine.userFile}.\n`,
  ]);
  expect(JSON.parse(readFileSync(machine.userFile, 'utf8'))).toEqual({
    profiles: { night: atWork },
  });
});

test('another profile is removed by its name', async () => {
  const machine = createMachine();
  machine.write(machine.userFile, { profile: 'work', profiles: { work: atWork, night: atWork } });
  const { context, stdout } = await createContext(machine, { profile: 'night', output: 'ndjson' });
  await run(undefined, context);
  expect(stdout()).toBe(`{"profile":"night","file":"${machine.userFile}"}\n`);
});

test('a profile that is not there is said, with the nearest', async () => {
  const machine = createMachine();
  machine.write(machine.userFile, { profiles: { work: atWork } });
  const { context } = await createContext(machine, { profile: 'wrok' });
  await expect(run(undefined, context)).rejects.toMatchObject({
    code: 'UNKNOWN_PROFILE',
    facts: { profile: 'wrok', known: ['work'], suggestion: 'work' },
  });
});

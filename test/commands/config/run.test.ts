import { expect, test } from 'vitest';
import { run } from '../../../src/commands/config/run.js';
import { atWork, createMachine } from '../../config/machine.js';
import { createContext } from '../settings-context.js';

function loggedIn() {
  const machine = createMachine();
  machine.write(machine.userFile, { profile: 'work', profiles: { work: atWork } });
  return machine;
}

test('json is every setting with its value and source, the token only as set', async () => {
  const machine = loggedIn();
  const { context, stdout } = await createContext(machine, { output: 'json', retries: 5 });
  expect(await run(undefined, context)).toBe(0);
  const document = JSON.parse(stdout());
  const source = { kind: 'user-file', file: machine.userFile, profile: 'work' };
  expect(document).toMatchObject({
    url: { value: 'https://jobs.example.com', source },
    token: { value: 'set', source },
    job: { value: null, source: { kind: 'default' } },
    interval: { value: '2s' },
    retries: { value: '5', source: { kind: 'flag', name: '--retries' } },
  });
  expect(Object.keys(document)).toHaveLength(13);
  expect(stdout()).not.toContain('work-token');
});

test('ndjson is a setting a line', async () => {
  const { context, stdout } = await createContext(createMachine(), { output: 'ndjson' });
  await run(undefined, context);
  const lines = stdout().trimEnd().split('\n');
  expect(lines).toHaveLength(13);
  expect(lines[3]).toBe('{"name":"token","value":"not set","source":{"kind":"default"}}');
});

test('for people it is a table, in full length in a pipe', async () => {
  const machine = loggedIn();
  const { context, stdout } = await createContext(machine);
  await run(undefined, context);
  expect(stdout()).toContain(`token           set`);
  expect(stdout()).toContain(`${machine.userFile} (profile work)`);
  expect(stdout()).not.toContain('work-token');
});

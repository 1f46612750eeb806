import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bash } from '../../../../src/commands/completion/scripts/bash.js';
import { temporaryFolder } from '../../../helpers/cli.js';
import { startOnTerminal, type TestTerminal } from '../../../helpers/terminal.js';

/** A jobtrack that writes down what it is asked and always answers the same. */
const STAND_IN = `#!/bin/sh
printf '<%s>' "$@" > "$ASKED"
cat "$REPLY_FILE"
`;

interface Session {
  terminal: TestTerminal;
  /** The words that the program was asked with. */
  asked: () => string;
}

/** Where programs are found here; whoever runs the tests may have a jobtrack of their own. */
const foldersWithoutJobtrack = (): string[] =>
  (process.env['PATH'] ?? '').split(':').filter((folder) => !existsSync(join(folder, 'jobtrack')));

/** An interactive bash with the script, in a folder that has the file "my file.json". */
async function startBash(reply: string, { installed = true } = {}): Promise<Session> {
  const folder = temporaryFolder();
  const asked = join(folder, 'asked');
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  mkdirSync(join(folder, 'work'));
  writeFileSync(join(folder, 'work', 'my file.json'), '');
  writeFileSync(join(folder, 'reply'), reply);
  writeFileSync(join(folder, 'script'), `${bash}PS1='ready: '; clear\n`);
  if (installed) {
    writeFileSync(join(programs, 'jobtrack'), STAND_IN);
    chmodSync(join(programs, 'jobtrack'), 0o755);
  }
  const terminal = startOnTerminal(['--noprofile', '--rcfile', join(folder, 'script'), '-i'], {
    file: 'bash',
    cwd: join(folder, 'work'),
    environment: {
      ASKED: asked,
      REPLY_FILE: join(folder, 'reply'),
      PATH: [programs, ...foldersWithoutJobtrack()].join(':'),
    },
  });
  await terminal.seen(/ready: $/);
  return { terminal, asked: () => readFileSync(asked, 'utf8') };
}

/** Types a line and a tab; bash has `expected` on its line then. The hash behind it says when bash is done. */
async function afterTab({ terminal }: Session, typed: string, expected: string): Promise<void> {
  terminal.type(`${typed}\t#`);
  await terminal.seen(/#$/);
  expect(await terminal.screen()).toBe(`\nready: ${expected}#\n`);
}

describe('the script in a real bash', () => {
  test('completes a word and asks with all words up to the cursor', async () => {
    const session = await startBash('logs\tLog entries\n');
    await afterTab(session, 'jobtrack -o json lo', 'jobtrack -o json logs ');
    expect(session.asked()).toBe('<__complete><--><-o><json><lo>');
  });

  test('asks with an empty word behind a space', async () => {
    const session = await startBash('logs\tLog entries\n');
    await afterTab(session, 'jobtrack ', 'jobtrack logs ');
    expect(session.asked()).toBe('<__complete><--><>');
  });

  test('asks for the whole of a word with an equals sign, and completes it in place', async () => {
    const session = await startBash('--level=ERROR\n');
    await afterTab(session, 'jobtrack logs --level=e', 'jobtrack logs --level=ERROR ');
    expect(session.asked()).toBe('<__complete><--><logs><--level=e>');
  });

  test('asks for the whole of a word with colons, and completes it in place', async () => {
    const session = await startBash('load:all:rows\n');
    await afterTab(
      session,
      'jobtrack logs --stage load:all:',
      'jobtrack logs --stage load:all:rows ',
    );
    expect(session.asked()).toBe('<__complete><--><logs><--stage><load:all:>');
  });

  test('asks without the quotes of words with spaces, and quotes what it inserts', async () => {
    const session = await startBash('Data Loading\n');
    await afterTab(
      session,
      `jobtrack logs --grep "a b" --stage Data\\ L`,
      `jobtrack logs --grep "a b" --stage Data\\ Loading `,
    );
    expect(session.asked()).toBe('<__complete><--><logs><--grep><a b><--stage><Data L>');
  });

  test('completes inside an open quote', async () => {
    const session = await startBash('Data Loading\n');
    await afterTab(
      session,
      `jobtrack logs --stage "Data L`,
      `jobtrack logs --stage "Data Loading" `,
    );
  });

  test('completes the name of a file where the program says so', async () => {
    const session = await startBash(':files\n');
    await afterTab(session, 'jobtrack --config=my', 'jobtrack --config=my\\ file.json ');
  });

  test('looks only at its own command of a line', async () => {
    const session = await startBash('logs\tLog entries\n');
    await afterTab(session, 'true | X=1 jobtrack lo', 'true | X=1 jobtrack logs ');
    expect(session.asked()).toBe('<__complete><--><lo>');
  });

  test('says nothing where jobtrack is missing', async () => {
    const session = await startBash('', { installed: false });
    session.terminal.type('jobtrack lo\t\t; echo over\r');
    await session.terminal.seen(/\nover\r\n/);
    expect(await session.terminal.screen()).toContain('ready: jobtrack lo; echo over\n');
  });
});

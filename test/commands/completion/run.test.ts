import { describe, expect, test } from 'vitest';
import { describe as describeCommand } from '../../../src/commands/completion/command.js';
import { shells } from '../../../src/commands/completion/shells.js';
import { isJobtrackError } from '../../../src/errors/index.js';
import { type FakeContextOptions, fakeContext } from '../../helpers/fake-context.js';

async function completion(shell: string, options: FakeContextOptions = {}) {
  const fake = await fakeContext(options);
  const context = {
    ...fake.context,
    settings: () => Promise.reject(new Error('completion reads no settings')),
    form: () => Promise.reject(new Error('completion reads no settings')),
  };
  const command = describeCommand(context.messages);
  const exitCode = await command.run(command.parse([shell], {}), context);
  return { exitCode, text: fake.stdout() };
}

describe.each(shells)('the script for %s', (shell) => {
  test('asks the program with all words behind two dashes, and hides what it says of errors', async () => {
    const { exitCode, text } = await completion(shell);
    expect(exitCode).toBe(0);
    expect(text).toMatch(/jobtrack __complete '?--'? .*2>(?:\/dev\/null|\$null)/);
  });

  test('does nothing where there is no jobtrack', async () => {
    const { text } = await completion(shell);
    expect(text).toMatch(
      /type -P jobtrack|\+commands\[jobtrack\]|command -q jobtrack|Get-Command jobtrack/,
    );
  });

  test('leaves the names of files to the shell', async () => {
    expect((await completion(shell)).text).toContain(':files');
  });

  test('is plain ASCII behind its first lines, whatever the language', async () => {
    const { text } = await completion(shell, { look: { language: 'ja' } });
    const body = text
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n');
    expect(body).toMatch(/^[\x20-\x7e\n]+$/);
  });
});

test('the head of a script says how to install it', async () => {
  const heads = await Promise.all(
    shells.map(async (shell) =>
      (await completion(shell)).text.split('\n').filter((line) => line.startsWith('#')),
    ),
  );
  expect(heads).toEqual([
    ['# Completes jobtrack in bash. Install with:', '#   jobtrack completion bash >> ~/.bashrc'],
    [
      '#compdef jobtrack',
      '# Completes jobtrack in zsh. Install with:',
      '#   jobtrack completion zsh >> ~/.zshrc',
    ],
    [
      '# Completes jobtrack in fish. Install with:',
      '#   jobtrack completion fish > ~/.config/fish/completions/jobtrack.fish',
    ],
    [
      '# Completes jobtrack in powershell. Install with:',
      '#   jobtrack completion powershell | Add-Content $PROFILE',
    ],
  ]);
});

test('the help shows how to install it in each shell', async () => {
  const { context } = await fakeContext();
  expect(describeCommand(context.messages).examples[0]).toEqual({
    line: 'jobtrack completion bash >> ~/.bashrc',
    explains: 'Install it for bash; it works in the next shell you open',
  });
});

test('as JSON the script is a document like every other answer', async () => {
  const { text } = await completion('fish', { flags: { output: 'json' } });
  expect(JSON.parse(text)).toEqual({ shell: 'fish', script: (await completion('fish')).text });
  const lines = await completion('fish', { flags: { output: 'ndjson' } });
  expect(lines.text.split('\n')).toHaveLength(2);
});

test('another shell is refused with those that there are', async () => {
  const refused = await completion('pwsh').catch((error: unknown) => error);
  expect(isJobtrackError(refused, 'INVALID_VALUE') && refused.message).toBe(
    'shell: "pwsh" is not one of bash, zsh, fish, powershell',
  );
});

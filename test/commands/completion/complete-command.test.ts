import { expect, test } from 'vitest';
import { describe as describeCommand } from '../../../src/commands/completion/complete-command.js';
import type { Language } from '../../../src/config/settings.js';
import { fakeContext } from '../../helpers/fake-context.js';

async function ask(words: readonly string[], language: Language = 'en'): Promise<string> {
  const { context, stdout } = await fakeContext({ look: { language } });
  const command = describeCommand(context.messages);
  await command.run(command.parse(words, {}), context);
  return stdout();
}

test('every command that people may type is offered, and none that is for shells', async () => {
  const names = (await ask([''])).split('\n').map((line) => line.split('\t')[0]);
  expect(names).toContain('logs');
  expect(names).toContain('help');
  expect(names).not.toContain('__complete');
});

test('descriptions are in the language of the user', async () => {
  expect(await ask(['completion', '--request-t'])).toBe(
    '--request-timeout\tthe most time for a request with all its retries, such as 30s\n',
  );
  expect(await ask(['completion', '--request-t'], 'ja')).toBe(
    '--request-timeout\t再試行を含む 1 リクエストの最長時間（例: 30s）\n',
  );
});

test("a command's arguments come from its own description", async () => {
  expect(await ask(['completion', ''])).toBe('bash\nzsh\nfish\npowershell\n');
  expect(await ask(['-o', 'json', 'completion', 'p'])).toBe('powershell\n');
});

test('help is followed by the name of a command', async () => {
  expect(await ask(['help', 'compl'])).toBe('completion\n');
});

test('values of the options that every command takes are offered anywhere', async () => {
  expect(await ask(['completion', '-o', 'j'])).toBe('json\n');
  expect(await ask(['--lang='])).toBe('--lang=en\n--lang=tr\n--lang=ja\n');
});

test('a word that is no command is met with silence', async () => {
  expect(await ask(['nonsense', ''])).not.toContain('undefined');
  expect(await ask(['nonsense', 'x'])).toBe('');
});

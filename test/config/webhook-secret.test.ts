import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWebhookSecrets, webhookSecretPath } from '../../src/config/webhook-secret.js';
import { systemFiles } from '../../src/system/files.js';
import { temporaryFolder } from '../helpers/cli.js';

const first = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const second = `whsec_${Buffer.alloc(24, 2).toString('base64')}`;
const tools = { files: systemFiles, createSecret: () => first };

test('the secret of a user lies beside the state of their server', () => {
  const environment = { XDG_STATE_HOME: '/s' };
  expect(webhookSecretPath({ environment, homeDir: '/h' })).toBe('/s/jobtrack/webhook-secret');
});

test('a file that is missing is made, for its owner alone, and is then the same', async () => {
  const file = join(temporaryFolder(), 'new', 'secret');
  expect(await readWebhookSecrets(file, tools)).toEqual([first]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const others = { ...tools, createSecret: () => second };
  expect(await readWebhookSecrets(file, others)).toEqual([first]);
});

test('a file may hold several, the one to sign with first', async () => {
  const file = join(temporaryFolder(), 'secret');
  writeFileSync(file, `${second}\n\n  ${first}\n`, { mode: 0o600 });
  expect(await readWebhookSecrets(file, tools)).toEqual([second, first]);
});

test.each([
  ['hunter2-is-short', 'FILE_FAILED'],
  ['', 'FILE_FAILED'],
])('%j is no secret, and is not repeated', async (text, code) => {
  const file = join(temporaryFolder(), 'secret');
  writeFileSync(file, text, { mode: 0o600 });
  const error = await readWebhookSecrets(file, tools).catch((failure: unknown) => failure);
  expect(error).toMatchObject({ code });
  if (text !== '') expect(JSON.stringify((error as { facts: object }).facts)).not.toContain(text);
});

test('a file that others can read is refused', async () => {
  const file = join(temporaryFolder(), 'secret');
  writeFileSync(file, first, { mode: 0o644 });
  await expect(readWebhookSecrets(file, tools)).rejects.toMatchObject({ code: 'CONFIG_UNSAFE' });
});

test('a folder is no secret', async () => {
  const file = join(temporaryFolder(), 'secret');
  mkdirSync(file);
  await expect(readWebhookSecrets(file, tools)).rejects.toMatchObject({ code: 'FILE_FAILED' });
});

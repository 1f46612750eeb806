import { dirname, join } from 'node:path';
import { isWebhookSecret } from '../contract/index.js';
import { JobtrackError } from '../errors/index.js';
import type { Files } from '../ports/files.js';
import { factsBehindLinks, isPrivate, systemReason } from './file-trust.js';
import { serveStatePath, type Whereabouts } from './places.js';

/** The file of the secret that this user's webhooks on this machine are signed with. */
export const webhookSecretPath = (whereabouts: Omit<Whereabouts, 'cwd'>): string =>
  join(dirname(serveStatePath(whereabouts)), 'webhook-secret');

/** What reading the secrets takes. */
export interface SecretTools {
  files: Files;
  /** A new secret, as Standard Webhooks writes it. */
  createSecret: () => string;
}

/**
 * The secrets in a file, a line each: the first is signed with, all are accepted, so that one can be changed for another
 * without a webhook lost. A file that is missing is made, closed to others, with a new secret.
 * @throws JobtrackError CONFIG_UNSAFE, FILE_FAILED, INVALID_VALUE (which never holds the text)
 */
export async function readWebhookSecrets(
  file: string,
  { files, createSecret }: SecretTools,
): Promise<[string, ...string[]]> {
  try {
    const facts = await factsBehindLinks(file, files);
    if (facts?.isFile && facts.isOwn && !isPrivate(facts)) {
      throw new JobtrackError('CONFIG_UNSAFE', { file, reason: 'readable-by-others' });
    }
    const text = await files.readText(file);
    if (text !== undefined) return readLines(file, text);
    const secret = createSecret();
    await files.writePrivate(file, `${secret}\n`);
    return [secret];
  } catch (error) {
    if (error instanceof JobtrackError) throw error;
    throw new JobtrackError('FILE_FAILED', { file, reason: systemReason(error) }, { cause: error });
  }
}

function readLines(file: string, text: string): [string, ...string[]] {
  const [first, ...others] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (first !== undefined && [first, ...others].every(isWebhookSecret)) return [first, ...others];
  throw new JobtrackError('FILE_FAILED', {
    file,
    reason: 'not a webhook secret a line: whsec_ and the base64 of 24 to 64 random bytes',
  });
}

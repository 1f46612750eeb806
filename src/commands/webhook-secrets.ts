import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { readWebhookSecrets, webhookSecretPath } from '../config/webhook-secret.js';
import type { Context } from '../context.js';

const SECRET_BYTES = 32;

/** The secrets in the file that was named, else the user's own; made when there is none. See readWebhookSecrets. */
export const readOwnSecrets = (named: string | undefined, context: Context) =>
  readWebhookSecrets(
    named === undefined ? webhookSecretPath(context) : resolve(context.cwd, named),
    {
      files: context.files,
      createSecret: () => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
    },
  );

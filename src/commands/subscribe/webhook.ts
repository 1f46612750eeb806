import { readToken } from '../../config/token-file.js';
import { isLoopback } from '../../config/url.js';
import type { Context } from '../../context.js';
import type { SubscribeRequest } from '../../contract/index.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { inline } from '../../render/safe-text.js';
import { readOwnSecrets } from '../webhook-secrets.js';
import type { SubscribeAction, WantedEvents } from './options.js';
import { subscriptionView } from './view.js';

type Webhook = Extract<SubscribeAction, { kind: 'webhook' }> & { wanted: WantedEvents };

/** Has the server send a job's events to an address, and shows what was agreed on. */
export async function registerWebhook(
  jobId: string,
  webhook: Webhook,
  context: Context,
): Promise<ExitCode> {
  const request = await toRequest(webhook, context);
  const client = await context.client();
  const { signal } = context;
  const answer = await context.waiting(client.subscribe(jobId, request, { signal }));
  const { body, serverTimeMs: nowMs } = answer;
  await context.show({
    nowMs,
    json: () => body,
    ndjson: () => [body],
    human: (look) => subscriptionView(body, look),
  });
  if (request.secret === undefined) {
    await context.note(inline(context.messages.subscribe.unsigned('--secret-file')));
  }
  return exitCodes.done;
}

async function toRequest(
  { url, authTokenFile, secretFile, wanted }: Webhook,
  context: Context,
): Promise<SubscribeRequest> {
  const secret = await secretFor(url, secretFile, context);
  const token =
    authTokenFile === undefined
      ? undefined
      : await readToken(authTokenFile, '--auth-token-file', context);
  return {
    subscriptionType: 'webhook',
    webhookUrl: url,
    ...wanted,
    ...(token === undefined ? {} : { authentication: { type: 'bearer', token } }),
    ...(secret === undefined ? {} : { secret }),
  };
}

/**
 * The secret that the server is to sign with. The user's own is for webhooks to this machine, where `listen` knows it:
 * whoever has it can make `listen` believe what they like.
 */
async function secretFor(
  url: string,
  secretFile: string | undefined,
  context: Context,
): Promise<string | undefined> {
  if (secretFile === undefined && !isLoopback(url)) return undefined;
  return (await readOwnSecrets(secretFile, context))[0];
}

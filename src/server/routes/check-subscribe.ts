import { isWebhookSecret, type SubscribeRequest } from '../../contract/index.js';
import type { ApiError } from '../api-error.js';
import { validationFailed } from '../app/read-request.js';
import type { Guard } from '../webhooks/guard/guard.js';

const wrong = (field: string, message: string): ApiError => validationFailed([{ field, message }]);

/** Longer ones are refused by many a server that they could lead to. */
const URL_MAX = 2_048;

/**
 * A webhook needs an address that can be called: of the web, without a password that would be stored and shown, and where
 * the server may go. Names are looked up when an event is sent, each time.
 */
export function checkTarget(
  { subscriptionType, webhookUrl }: SubscribeRequest,
  guard: Pick<Guard, 'refusesAtSight'>,
): void {
  if (subscriptionType === 'websocket') return;
  if (webhookUrl === undefined) throw wrong('webhookUrl', 'is missing; a webhook needs it');
  if (webhookUrl.length > URL_MAX) {
    throw wrong('webhookUrl', `must have ${URL_MAX} characters at most`);
  }
  const url = new URL(webhookUrl);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') {
    throw wrong('webhookUrl', 'must be an http or https address without a user name');
  }
  if (guard.refusesAtSight(url)) {
    throw wrong('webhookUrl', 'must be an address that this server may call: one of the internet');
  }
}

/** What may stand in a header as a token: visible ASCII. */
const TOKEN = /^[\x21-\x7e]{1,4096}$/;

/** A token or a secret that can't be used is told of now, and not at every event. Neither is repeated. */
export function checkSecrets({ authentication, secret }: SubscribeRequest): void {
  if (authentication !== undefined && !TOKEN.test(authentication.token)) {
    throw wrong('authentication.token', 'must be 1 to 4096 visible ASCII characters');
  }
  if (secret !== undefined && !isWebhookSecret(secret)) {
    throw wrong('secret', 'must be whsec_ and the base64 of 24 to 64 random bytes');
  }
}

import { Webhook } from 'standardwebhooks';
import * as v from 'valibot';
import { type SubscriptionEvent, SubscriptionEventSchema } from '../../contract/index.js';
import { JobtrackError, type WebhookRefusal } from '../../errors/index.js';
import type { Clock } from '../../ports/clock.js';
import { systemClock } from '../transport/system-clock.js';

/** A webhook as it arrived. */
export interface ReceivedWebhook {
  /** Names in any case; of one that came several times, the first counts. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body exactly as it came: parsed and written anew it is another text. */
  body: string | Uint8Array;
}

/** What a webhook is checked with. */
export interface WebhookCheck {
  /** One secret, or several while they are being changed: `whsec_` and base64. */
  secrets: string | readonly string[];
  /** How old or how far ahead its timestamp may be, in milliseconds. Default five minutes. */
  toleranceMs?: number;
  clock?: Pick<Clock, 'now'>;
}

/** A webhook that its sender has signed. */
export interface VerifiedWebhook {
  /** The same on every attempt to bring this event: what to know repeats by. */
  id: string;
  sentAtMs: number;
  event: SubscriptionEvent;
}

const TOLERANCE_MS = 300_000;

/**
 * The event in a webhook, once its signature and its age are found right, by the Standard Webhooks specification
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 * It knows nothing of repeats: keep the ids that were dealt with.
 * @throws JobtrackError WEBHOOK_REFUSED
 */
export function verifyWebhook(received: ReceivedWebhook, check: WebhookCheck): VerifiedWebhook {
  const { id, timestamp, signatures } = readHeaders(received.headers);
  const sentAtMs = timestamp * 1000;
  const { clock = systemClock, toleranceMs = TOLERANCE_MS } = check;
  // A timestamp is in whole seconds, and so is what is made of it.
  const ageMs = (Math.floor(clock.now() / 1000) - timestamp) * 1000;
  if (Math.abs(ageMs) > toleranceMs) throw refused(ageMs > 0 ? 'too-old' : 'too-new');
  const text = textOf(received.body);
  const secrets = [check.secrets].flat();
  const expected = secrets.map((secret) => new Webhook(secret).sign(id, new Date(sentAtMs), text));
  if (!signatures.some((given) => expected.some((right) => isSame(given, right)))) {
    throw refused('bad-signature');
  }
  return { id, sentAtMs, event: readEvent(text) };
}

function readHeaders(headers: ReceivedWebhook['headers']) {
  const named = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat()[0]]),
  );
  const id = named.get('webhook-id') ?? '';
  const written = named.get('webhook-timestamp') ?? '';
  const signature = named.get('webhook-signature') ?? '';
  if (id === '' || signature === '' || !/^\d{1,12}$/.test(written)) throw refused('unsigned');
  return { id, timestamp: Number(written), signatures: signature.split(' ') };
}

/** Bytes that are no UTF-8 become a text that nobody has signed. */
const textOf = (body: string | Uint8Array): string =>
  typeof body === 'string' ? body : new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);

/** In the same time for any two texts of one length, so that a signature can't be found letter by letter. */
function isSame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at += 1) {
    difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  }
  return difference === 0;
}

function readEvent(text: string): SubscriptionEvent {
  try {
    const read = v.safeParse(SubscriptionEventSchema, JSON.parse(text));
    if (read.success) return read.output;
  } catch {
    // Told below, like any other text that is no event.
  }
  throw refused('no-event');
}

const refused = (reason: WebhookRefusal): JobtrackError =>
  new JobtrackError('WEBHOOK_REFUSED', { reason });

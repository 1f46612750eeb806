import type { VerifiedWebhook } from '../../client/webhooks/verify-webhook.js';
import type { Execute, IncomingRequest } from '../../ports/receiver.js';

/** A webhook that is believed, with the request that it came in. */
export interface Incoming {
  request: IncomingRequest;
  webhook: VerifiedWebhook;
}

/** What came of bringing an event on; `where` is the address or the program. */
export type Delivered = { ok: true } | { ok: false; where: string; reason: string };

/** Sends a webhook on as it came and answers the status. Rejects with the system's error. */
type Forward = (url: URL, request: IncomingRequest, signal: AbortSignal) => Promise<number>;

/** Where events are brought to. */
export interface Destinations {
  forwardTo: URL | undefined;
  exec: readonly string[] | undefined;
  forward: Forward;
  execute: Execute;
  signal: AbortSignal;
}

/** Brings an event to the address and to the program that were asked for, as far as they were. Rejects when aborted. */
export function createDeliver(to: Destinations): (incoming: Incoming) => Promise<Delivered> {
  return async (incoming) => {
    const forwarded = await sendOn(incoming, to);
    return forwarded.ok ? runFor(incoming, to) : forwarded;
  };
}

async function sendOn({ request }: Incoming, to: Destinations): Promise<Delivered> {
  const { forwardTo, forward, signal } = to;
  if (forwardTo === undefined) return { ok: true };
  // Of the address only its origin is told: what follows may hold a secret.
  const where = forwardTo.origin;
  return attempt(where, signal, async () => {
    const status = await forward(forwardTo, request, signal);
    return status >= 200 && status <= 299 ? undefined : `HTTP ${status}`;
  });
}

async function runFor({ request, webhook }: Incoming, to: Destinations): Promise<Delivered> {
  const { exec: words, execute, signal } = to;
  if (words === undefined) return { ok: true };
  const { id, event } = webhook;
  const environment = { JOBTRACK_EVENT_ID: id, JOBTRACK_EVENT_TYPE: event.type };
  return attempt(words[0] ?? '', signal, async () => {
    const ending = await execute({ words, input: request.body, environment, signal });
    if (ending === 0) return undefined;
    return typeof ending === 'number' ? `exit code ${ending}` : ending;
  });
}

async function attempt(
  where: string,
  signal: AbortSignal,
  act: () => Promise<string | undefined>,
): Promise<Delivered> {
  try {
    const reason = await act();
    return reason === undefined ? { ok: true } : { ok: false, where, reason };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, where, reason: reasonOf(error) };
  }
}

const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? String((error as Error).message);

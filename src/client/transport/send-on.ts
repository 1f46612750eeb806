import { Agent } from 'undici';
import { exchange } from './exchange.js';

/** The most time for the receiver to answer, in milliseconds: a sender of webhooks waits no longer either. */
const ANSWER_WITHIN_MS = 15_000;

/** A request that is sent on. */
interface PassedOn {
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: Uint8Array;
}

/** What belongs to a webhook; the rest belongs to the connection that it came over. */
const KEPT = /^(?:webhook-.*|content-type|user-agent|authorization)$/;

/**
 * Sends a webhook on with the headers and the bytes that it came with, and answers the status. Redirects are not
 * followed. Rejects with the system's error, or with the reason of `signal`.
 */
export async function sendOn(
  url: URL,
  { headers, body }: PassedOn,
  signal: AbortSignal,
): Promise<number> {
  const agent = new Agent({ connect: { timeout: ANSWER_WITHIN_MS } });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  const kept = Object.entries(headers).filter(([name]) => KEPT.test(name));
  try {
    const response = await exchange(
      agent,
      {
        method: 'POST',
        url,
        headers: Object.fromEntries(kept.map(([name, value]) => [name, String([value].flat()[0])])),
        body: Buffer.from(body),
      },
      { signal: limit, idleTimeoutMs: ANSWER_WITHIN_MS },
    );
    response.body.destroy();
    return response.statusCode;
  } finally {
    void agent.destroy();
  }
}

import { Agent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { WebSocket } from 'ws';
import type { TextSocket } from '../text-socket.js';
import { createTextSocket, type TextSocketOptions } from './create-text-socket.js';
import { startLimit } from './limit.js';

/** How a socket is opened, and how long it is believed in. Times are in milliseconds. */
export interface SocketOptions extends TextSocketOptions {
  /** With the scheme `ws:` or `wss:`, and without user name and fragment. */
  url: URL;
  headers: Readonly<Record<string, string>>;
  /** The most time until it is open. */
  openingMs: number;
  /** The most bytes that are read of an answer that opens no socket. */
  asideBytes: number;
}

/** An answer that opens no socket. */
export interface SocketRefusal {
  status: number;
  headers: IncomingHttpHeaders;
  /** The beginning of its body. */
  text: string;
}

/** No event of a job is longer; a longer message serves nobody but an attacker (CVE-2026-1526). */
export const MESSAGE_BYTES_MAX = 1024 * 1024;

/** How long a peer may take to agree to the end. */
const CLOSE_MS = 1_000;

/**
 * Opens a socket for text. Rejects with the system's error, with the signal's reason, and with the code ETIMEDOUT
 * when it takes too long. Whatever comes on it, it ends in a {@link SocketEnd}.
 */
export async function openTextSocket(
  options: SocketOptions,
): Promise<{ socket: TextSocket } | { refusal: SocketRefusal }> {
  const { url, openingMs, asideBytes, signal } = options;
  signal?.throwIfAborted();
  const ws = await import('ws');
  const limit = startLimit(openingMs, timedOut, signal);
  const opening = new ws.WebSocket(url, settingsOf(options));
  // Before it is open: what comes with the last bytes of the opening is told in the same turn.
  const socket = createTextSocket(opening, options);
  const giveUp = (): void => opening.terminate();
  limit.signal.addEventListener('abort', giveUp);
  if (limit.signal.aborted) giveUp();
  try {
    const refusal = await untilOpen(opening, asideBytes);
    return refusal === undefined ? { socket } : { refusal };
  } catch (error) {
    limit.signal.throwIfAborted();
    throw error;
  } finally {
    limit.signal.removeEventListener('abort', giveUp);
    limit.end();
  }
}

const timedOut = (): Error =>
  Object.assign(new Error('the opening of a socket timed out'), { code: 'ETIMEDOUT' });

function settingsOf({ url, headers }: SocketOptions) {
  return {
    headers: { ...headers },
    // One of its own, which keeps no connection for later.
    agent: url.protocol === 'wss:' ? new SecureAgent() : new Agent(),
    followRedirects: false,
    perMessageDeflate: false,
    maxPayload: MESSAGE_BYTES_MAX,
    // The types of ws do not know it.
    closeTimeout: CLOSE_MS,
  };
}

/** The answer that opens no socket, if that is what comes. */
function untilOpen(opening: WebSocket, asideBytes: number): Promise<SocketRefusal | undefined> {
  return new Promise((resolve, reject) => {
    opening.once('open', () => resolve(undefined));
    opening.once('error', (error) => reject(named(error)));
    opening.once('unexpected-response', (_request, response: IncomingMessage) => {
      void readSome(response, asideBytes).then((text) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        opening.terminate();
      });
    });
  });
}

/** An answer that is no right opening has no code of the system's. */
const named = (error: Error): Error =>
  'code' in error ? error : Object.assign(error, { code: 'WS_ERR_OPENING' });

async function readSome(response: IncomingMessage, bytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let left = bytes;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) break;
    }
  } catch {
    // The status is what matters; a part of the explanation is better than none.
  }
  return Buffer.concat(chunks).toString('utf8');
}

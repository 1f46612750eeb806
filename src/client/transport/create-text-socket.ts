import type { WebSocket } from 'ws';
import type { SocketCause, SocketEnd, TextSocket } from '../text-socket.js';
import { createMessageQueue } from './message-queue.js';

/** How long a socket is believed in. */
export interface TextSocketOptions {
  /** How often the peer is asked whether it is there, in milliseconds. One that is silent from one time to the next is gone. */
  pingMs: number;
  signal?: AbortSignal | undefined;
}

/** Reads a socket that is being opened. Whatever comes on it, it ends in a {@link SocketEnd}. */
export function createTextSocket(ws: WebSocket, { pingMs, signal }: TextSocketOptions): TextSocket {
  let end: SocketEnd = { code: 1006, reason: '' };
  const queue = createMessageQueue({ pause: () => ws.pause(), resume: () => ws.resume() });
  const fail = (cause: SocketCause, error?: Error): void => {
    if (end.cause === undefined) end = { ...end, cause, ...(error === undefined ? {} : { error }) };
    ws.terminate();
  };
  const abort = (): void => {
    queue.end({ error: signal?.reason });
    ws.terminate();
  };
  let stopWatching = (): void => {};
  ws.on('open', () => {
    stopWatching = watch(ws, pingMs, () => fail('silent'));
  });
  ws.on('message', (data, isBinary) => {
    if (isBinary) fail('wrong');
    else queue.push(String(data));
  });
  ws.on('error', (error) => fail(causeOf(error), error));
  ws.on('close', (code, reason) => {
    stopWatching();
    signal?.removeEventListener('abort', abort);
    end = { ...end, code, reason: String(reason) };
    queue.end();
  });
  signal?.addEventListener('abort', abort, { once: true });
  return {
    next: queue.next,
    end: () => end,
    close: () => {
      queue.end();
      // The peer's agreement is behind whatever was not read.
      ws.resume();
      ws.close(1000);
    },
  };
}

const TOO_LARGE: ReadonlySet<unknown> = new Set([
  'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH',
  'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH',
  'WS_ERR_TOO_MANY_BUFFERED_PARTS',
]);

function causeOf(error: Error): SocketCause {
  const { code } = error as NodeJS.ErrnoException;
  if (TOO_LARGE.has(code)) return 'too-large';
  return code?.startsWith('WS_ERR_') === true ? 'wrong' : 'broken';
}

/** Asks the peer again and again whether it is there. While nothing is read, nothing can be heard. */
function watch(ws: WebSocket, pingMs: number, onSilent: () => void): () => void {
  let isHeard = true;
  const hear = (): void => {
    isHeard = true;
  };
  ws.on('message', hear).on('ping', hear).on('pong', hear);
  const timer = setInterval(() => {
    if (!isHeard && !ws.isPaused) return onSilent();
    isHeard = ws.isPaused;
    ws.ping();
  }, pingMs);
  return () => clearInterval(timer);
}

import type { Server } from 'node:http';
import { type AddressInfo, isIPv6, Server as NetServer, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Where to listen. */
export interface ListenAt {
  /** An address of this machine, or a name of it; `localhost` is 127.0.0.1. */
  host: string;
  /** 0 for any port that is free. */
  port: number;
}

/** A server that listens. */
export interface RunningServer {
  /** Where programs of this machine reach it, such as `http://127.0.0.1:4711`. */
  url: string;
  /**
   * Takes no more connections, answers what was asked on those that are open, and closes each after its answer; what
   * is still open after `graceMs` is cut. May be called again with less grace, for those who lose their patience.
   */
  close(graceMs: number): Promise<void>;
}

/** How long an open connection that says nothing is given to say that it was about to. */
const SETTLE_MS = 200;

/** How often open connections are looked at while closing. */
const LOOK_MS = 25;

/**
 * Listens. Rejects with the system's error where that is not possible, such as EADDRINUSE. `onClosing` is called when
 * it begins to close, for connections that are not about answers and have to be ended by those who hold them.
 */
export async function startServer(
  app: FastifyInstance,
  { host, port }: ListenAt,
  onClosing: () => void = () => {},
): Promise<RunningServer> {
  const { server } = app;
  const sockets = trackSockets(server);
  // Listening on both addresses of "localhost" would take two servers, and so two to close.
  await app.listen({ host: host === 'localhost' ? '127.0.0.1' : host, port });
  let deadlineMs = Number.POSITIVE_INFINITY;
  let closing: Promise<void> | undefined;
  const end = async (leftMs: () => number): Promise<void> => {
    onClosing();
    await drain(server, sockets, leftMs);
    await app.close();
  };
  return {
    url: urlOf(server.address() as AddressInfo),
    close: (graceMs) => {
      deadlineMs = Math.min(deadlineMs, performance.now() + graceMs);
      closing ??= end(() => deadlineMs - performance.now());
      return closing;
    },
  };
}

function urlOf({ address, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
}

/**
 * Ends all connections of a server. Node's own `close` would cut connections between two requests at once, and with
 * them the request that is just arriving: each gets the time to ask once more, and to read that it was the last time.
 */
async function drain(
  server: Server,
  sockets: ReadonlySet<Socket>,
  leftMs: () => number,
): Promise<void> {
  await allAccepted();
  stopListening(server);
  server.prependListener('request', (_request, response) => {
    response.setHeader('connection', 'close');
  });
  const settledMs = performance.now() + SETTLE_MS;
  while (leftMs() > 0 && sockets.size > 0) {
    if (performance.now() > settledMs) closeIdle(server, sockets);
    await wait(LOOK_MS);
  }
  // Also those that HTTP knows nothing of any more.
  for (const socket of sockets) socket.destroy();
}

/** Node counts a connection on which nothing was ever asked as busy with its first request. */
function closeIdle(server: Server, sockets: ReadonlySet<Socket>): void {
  server.closeIdleConnections();
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
}

/**
 * Waits until the connections that the system has opened already are taken over: those that were not would be reset.
 * An immediate runs right after the event loop has asked for them.
 */
const allAccepted = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Only the half of `close` that takes no more connections. */
const stopListening = (server: Server): unknown => NetServer.prototype.close.call(server);

function trackSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    // One that HTTP was given back is told of a second time.
    if (sockets.has(socket)) return;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

const wait = (durationMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });

import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../ports/clock.js';
import { createEmbeddedServer } from './create-server.js';
import { startServer } from './start.js';

/** What a listening server is made from. */
export interface OpenOptions {
  /** The database: a path, or `:memory:`. */
  file: string;
  host: string;
  /** 0 for any port that is free. */
  port: number;
  /** A random one, if left out. */
  token?: string | undefined;
  tenant: string;
  project: string;
  maxRunning?: number | undefined;
  /** Whether webhooks may call addresses of this machine. */
  allowsLoopbackWebhooks: boolean;
  clock: Clock;
  onFailure: (failure: unknown, requestId?: string) => void;
}

/** A server that listens, and how to reach it. */
export interface OpenServer {
  url: string;
  token: string;
  /**
   * Answers what was asked, stores what was reported, ends the webhooks that are being sent, and closes; what is open
   * after `graceMs` is cut.
   */
  close(graceMs: number): Promise<void>;
}

/** 32 random bytes: as hard to guess as a key. */
const TOKEN_BYTES = 32;

/**
 * Opens the whole server: store, ticking, port.
 * @throws JobtrackError STORE_REFUSED; the system's error where it can't listen, such as EADDRINUSE
 */
export async function openServer(options: OpenOptions): Promise<OpenServer> {
  const { file, host, port, tenant, project, clock, maxRunning, onFailure } = options;
  const { allowsLoopbackWebhooks } = options;
  const token = options.token ?? randomBytes(TOKEN_BYTES).toString('base64url');
  const server = createEmbeddedServer({
    file,
    access: { token, tenant, project, hosts: host === '127.0.0.1' ? [] : [host] },
    clock,
    newId: randomUUID,
    newSecret: () => `whsec_${randomBytes(TOKEN_BYTES).toString('base64')}`,
    maxRunning,
    allowsLoopbackWebhooks,
    onFailure,
  });
  const listening = await startServer(server.app, { host, port }, server.goAway).catch(
    async (error: unknown) => {
      await server.close();
      throw error;
    },
  );
  const stop = new AbortController();
  const ticking = server.keepTicking(stop.signal);
  const webhooks = server.startDelivering();
  return {
    url: listening.url,
    token,
    close: async (graceMs) => {
      server.release();
      await Promise.all([listening.close(graceMs), webhooks.close(graceMs)]);
      stop.abort();
      await ticking;
      await server.close();
    },
  };
}

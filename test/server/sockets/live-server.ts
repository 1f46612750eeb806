import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';
import { type RawData, WebSocket } from 'ws';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import type { Client } from '../../../src/client/types.js';
import type { Report, SubscriptionEvent } from '../../../src/contract/index.js';
import { createEmbeddedServer, type ServerOptions } from '../../../src/server/create-server.js';
import { type RunningServer, startServer } from '../../../src/server/start.js';
import { API, JOB, PROJECT, TENANT, testClient } from '../../helpers/test-client.js';
import { TOKEN } from '../app/fake-app.js';

/** The whole server at a port, with one running job. Its time is the machine's, and what was added to it. */
export interface LiveServer extends RunningServer {
  port: number;
  client: Client;
  /** What the server itself failed at. */
  failures: unknown[];
  /** Lets seconds pass for the server at once, with a tick for each. */
  pass(seconds: number): void;
  /** Lets time pass as for a machine that was asleep: with one tick at the end. */
  sleep(durationMs: number): void;
  report(...reports: Record<string, unknown>[]): Promise<void>;
  /** The id of a new subscription of the type websocket. */
  subscribe(request?: Record<string, unknown>): Promise<string>;
}

let reportIds = 0;

export async function startLiveServer({
  hosts = ['jobs.example.com'],
  ...options
}: Partial<ServerOptions> & { hosts?: string[] } = {}): Promise<LiveServer> {
  const failures: unknown[] = [];
  let aheadMs = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + aheadMs };
  const server = createEmbeddedServer({
    file: ':memory:',
    access: { token: TOKEN, tenant: TENANT, project: PROJECT, hosts },
    clock,
    newId: randomUUID,
    newSecret: () => 'whsec_c2VjcmV0IG9mIHRoZSB0ZXN0IHN1aXRl',
    onFailure: (failure) => failures.push(failure),
    ...options,
  });
  const jump = (durationMs: number): void => {
    aheadMs += durationMs;
    server.tick();
  };
  const at = { host: '127.0.0.1', port: 0 };
  const listening = await startServer(server.app, at, server.goAway);
  let closing: Promise<void> | undefined;
  const close = (graceMs: number): Promise<void> => {
    closing ??= listening.close(graceMs).then(() => server.close());
    return closing;
  };
  onTestFinished(() => close(0));
  const client = testClient(listening.url, { token: TOKEN });
  await client.register({ jobId: JOB, jobName: 'Nightly' });
  return {
    ...listening,
    close,
    port: Number(new URL(listening.url).port),
    client,
    failures,
    pass: (seconds) => {
      for (let second = 0; second < seconds; second += 1) jump(1_000);
    },
    sleep: jump,
    report: async (...reports) => {
      const numbered = reports.map((report) => ({ reportId: `report-${++reportIds}`, ...report }));
      await client.report(JOB, numbered as unknown as Report[]);
    },
    subscribe: async (request = {}) => {
      const { body } = await client.subscribe(JOB, { subscriptionType: 'websocket', ...request });
      return body.subscriptionId;
    },
  };
}

/** A socket and everything that came of it. */
export interface Listening {
  socket: WebSocket;
  messages: SubscriptionEvent[];
  /** How it ended: `1000 final`. */
  closed: Promise<string>;
  /** Waits until so many messages have come. */
  seen(count: number): Promise<SubscriptionEvent[]>;
}

export const EVENTS = `${API}/job/${JOB}/events`;

/** Opens a socket as any program would; rejects with the status where it is refused. */
export async function listenAt(
  { port }: { port: number },
  query = '',
  headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` },
): Promise<Listening> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${EVENTS}${query}`, { headers });
  onTestFinished(() => socket.terminate());
  const messages: SubscriptionEvent[] = [];
  socket.on('message', (data: RawData) => {
    messages.push(JSON.parse(String(data)) as SubscriptionEvent);
    socket.emit('counted');
  });
  const closed = new Promise<string>((resolve) => {
    socket.on('close', (code, reason) => resolve(`${code} ${reason}`.trim()));
  });
  await opened(socket);
  return {
    socket,
    messages,
    closed,
    seen: async (count) => {
      while (messages.length < count) await once(socket, 'counted');
      return messages;
    },
  };
}

const opened = (socket: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('unexpected-response', (_request, response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        reject(Object.assign(new Error(`${response.statusCode}`), { body, response }));
        socket.terminate();
      });
    });
    socket.on('error', reject);
  });

export const progress = (percent: number): Record<string, unknown> => ({
  type: 'progress',
  percent,
});
export const finish = { type: 'finish', status: 'Completed' };

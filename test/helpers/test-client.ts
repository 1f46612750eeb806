import { onTestFinished } from 'vitest';
import { createClient } from '../../src/client/create-client.js';
import type { Client, ClientOptions } from '../../src/client/types.js';

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const PROJECT = '22222222-2222-4222-8222-222222222222';
export const JOB = 'cc0e8400-e29b-41d4-a716-446655440000';

/** The path below which the API of the test's project lies. */
export const API = `/api/${TENANT}/${PROJECT}/execution`;

/** A client of the test's project that closes itself when the test ends. Waits are as random says: none by default. */
export function testClient(url: string, options: Partial<ClientOptions> = {}): Client {
  const client = createClient({
    url,
    tenantId: TENANT,
    projectId: PROJECT,
    random: () => 0,
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}

/** Reads a stream of bytes to its end, as text. */
export async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The error that a promise is rejected with. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => new Error('it was not rejected'),
    (error: unknown) => error,
  );

/** Every method of a client that asks the server, so that a test can try them all. */
export const everyMethod: Readonly<
  Record<string, (client: Client, signal?: AbortSignal) => Promise<unknown>>
> = {
  logs: (client, signal) => client.logs(JOB, {}, withSignal(signal)),
  logPages: (client, signal) => client.logPages(JOB, { limit: 5 }, withSignal(signal)).next(),
  rawLogs: async (client, signal) =>
    textOf((await client.rawLogs(JOB, {}, withSignal(signal))).body),
  progress: (client, signal) => client.progress(JOB, withSignal(signal)),
  timeline: (client, signal) => client.timeline(JOB, {}, withSignal(signal)),
  metrics: (client, signal) => client.metrics(JOB, {}, withSignal(signal)),
  batch: (client, signal) => client.batch({}, withSignal(signal)),
  dependencies: (client, signal) => client.dependencies(JOB, withSignal(signal)),
  subscribe: (client, signal) =>
    client.subscribe(JOB, { subscriptionType: 'websocket' }, withSignal(signal)),
};

const withSignal = (signal: AbortSignal | undefined): { signal?: AbortSignal } =>
  signal === undefined ? {} : { signal };

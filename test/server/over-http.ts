import { type IncomingHttpHeaders, request } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/start.js';

export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The application at a free port, for one test. It is closed, at once, when the test ends. */
export async function listen(app: FastifyInstance): Promise<RunningServer & { port: number }> {
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close(0));
  return { ...server, port: Number(new URL(server.url).port) };
}

/** One request over a connection of its own, with exactly these headers; without a Host where it is empty. */
export const askOverHttp = (
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    const { body, headers: { host, ...headers } = {}, ...rest } = options;
    const named = host === undefined || host === '' ? headers : { ...headers, host };
    const how = { ...rest, agent: false, headers: named, setHost: host !== '' };
    const asked = request(url, how, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    asked.on('upgrade', ({ statusCode, headers: got }, socket) => {
      socket.destroy();
      resolve({ status: statusCode ?? 0, headers: got, body: '' });
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** What asks for a socket, beside what every request has. */
export const OPENING: Readonly<Record<string, string>> = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

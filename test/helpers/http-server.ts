import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as a test server received it. */
interface ReceivedRequest {
  method: string;
  /** The path with its query, as it stood in the request line. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Answers one request; its body has been read before. */
export type Handler = (
  request: ReceivedRequest,
  response: ServerResponse,
  raw: IncomingMessage,
) => unknown;

export interface TestServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  port: number;
  /** Everything that was asked, in order. */
  requests: ReceivedRequest[];
  /** How many connections were ever opened. */
  readonly connections: number;
  /** How many of them are open now. */
  readonly openConnections: number;
  close(): Promise<void>;
}

/** A real server on the loopback address for one test. Call it inside the test: it closes itself when the test ends. */
export async function startServer(handler: Handler): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  let connections = 0;
  let openConnections = 0;
  const server = createServer((raw, response) => {
    void receive(raw).then(
      (request) => {
        requests.push(request);
        return handler(request, response, raw);
      },
      () => response.destroy(),
    );
  });
  server.on('connection', (socket) => {
    connections += 1;
    openConnections += 1;
    socket.on('close', () => {
      openConnections -= 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    get connections() {
      return connections;
    },
    get openConnections() {
      return openConnections;
    },
    close,
  };
}

async function receive(raw: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of raw) chunks.push(chunk as Buffer);
  return {
    method: raw.method ?? '',
    path: raw.url ?? '',
    headers: raw.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** A handler that answers every request with this JSON. */
export const answerJson =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

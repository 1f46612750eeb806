import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IncomingRequest, Receive, ReceiverOptions, Reply } from '../ports/receiver.js';

const TOO_LARGE: Reply = { status: 413, body: 'The body is too large.\n' };

/** Listens for requests on this machine. Node's HTTP server is loaded by the one command that needs it. */
export const receive: Receive = async (options) => {
  const { createServer } = await import('node:http');
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer(
    { requestTimeout: options.arriveWithinMs, headersTimeout: options.arriveWithinMs },
    (request, response) => {
      void readRequest(request, options.bodyBytesMax).then(
        (read) => {
          turn = turn.then(async () => send(response, await answer(read, options)));
        },
        () => response.destroy(),
      );
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const answer = async (
  request: IncomingRequest | undefined,
  { reply }: ReceiverOptions,
): Promise<Reply> => (request === undefined ? TOO_LARGE : reply(request));

/** `undefined` when the body is longer than the limit. Rejects when the request was cut. */
async function readRequest(
  request: IncomingMessage,
  bytesMax: number,
): Promise<IncomingRequest | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Left early, the request has to stay open for its answer.
  const arriving = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of arriving) {
    length += chunk.length;
    if (length > bytesMax) return undefined;
    chunks.push(chunk);
  }
  const { method = '', url = '', headers } = request;
  return { method, path: url, headers, body: Buffer.concat(chunks) };
}

function send(response: ServerResponse, { status, body = '' }: Reply): void {
  const isOver = status === TOO_LARGE.status;
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    // What is left of a body that is too large is not read, so nothing can follow it.
    ...(isOver ? { connection: 'close' } : {}),
  });
  response.end(body);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { LogsParams } from '../../../src/contract/index.js';
import { isJobtrackError } from '../../../src/errors/index.js';
import { JOB } from '../../helpers/test-client.js';
import type { FakeLog } from './fake-log.js';

/** What goes wrong with an answer. */
export type Fault =
  /** The connection is reset. */
  | 'reset'
  /** The answer ends in the middle. */
  | 'half'
  /** The server goes down, with all its connections, and has to be started again. */
  | 'restart';

/** A fake log behind a real server on the loopback address. */
export interface LogServer {
  url: string;
  /** What happens to the next requests, one after another. */
  faults: (Fault | undefined)[];
  readonly isDown: boolean;
  /** Starts it again, at the same port. */
  start(): Promise<void>;
}

/** Starts a server for one test. It closes itself when the test ends. */
export async function startLogServer(log: FakeLog): Promise<LogServer> {
  const faults: (Fault | undefined)[] = [];
  let isDown = false;
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const fault = faults.shift();
    if (fault === 'reset') request.socket.resetAndDestroy();
    else if (fault === 'restart') {
      isDown = true;
      void stop(server);
    } else void answer(log, request, response, fault === 'half');
  };
  let server = createServer(handle);
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => stop(server));
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    get isDown() {
      return isDown;
    },
    start: async () => {
      server = createServer(handle);
      await listen(port);
      isDown = false;
    },
  };
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

async function answer(
  log: FakeLog,
  request: IncomingMessage,
  response: ServerResponse,
  isCut: boolean,
): Promise<void> {
  const { status, body } = await answerOf(log, paramsOf(request.url ?? ''));
  const json = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
  });
  if (!isCut) response.end(json);
  else response.write(json.slice(0, json.length / 2), () => response.destroy());
}

async function answerOf(log: FakeLog, params: LogsParams) {
  try {
    return { status: 200, body: (await log.client.logs(JOB, params)).body };
  } catch (error) {
    if (!isJobtrackError(error)) throw error;
    return { status: error.status ?? 500, body: { error: { message: error.message } } };
  }
}

function paramsOf(url: string): LogsParams {
  const { searchParams } = new URL(url, 'http://localhost');
  const numbers = ['limit', 'afterSequence', 'wait'];
  return Object.fromEntries(
    [...searchParams].map(([name, text]) => [name, numbers.includes(name) ? Number(text) : text]),
  );
}

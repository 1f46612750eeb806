import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { accessTo, runCli } from '../helpers/cli.js';
import { promise } from '../helpers/promise.js';

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

/** Where an answer can stand still: each gets a connection and does what its server would do. */
const stalls: Readonly<Record<string, (socket: Socket) => void>> = {
  'nothing is answered': () => {},
  'half of the headers': (socket) => void socket.write(head),
  'headers and no body': (socket) => void socket.write(`${head}content-length: 100\r\n\r\n`),
  'half of the body': (socket) => void socket.write(`${head}content-length: 100\r\n\r\n{"jobs": [`),
  'a body that drips': (socket) => {
    socket.write(`${head}content-length: 10000\r\n\r\n`);
    const drip = setInterval(() => socket.write(' '), 50);
    socket.once('close', () => clearInterval(drip));
  },
  'a chunk without an end': (socket) =>
    void socket.write(`${head}transfer-encoding: chunked\r\n\r\nffff\r\n{"jobs"`),
};

async function stalling(act: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => act(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const commands = ['progress', 'logs', 'logs --raw', 'timeline', 'metrics', 'batch', 'deps'];
const DEADLINE_MS = 500;

promise(
  'H5',
  'Every command ends by its deadline',
  { full: commands.length * 6, quick: commands.length * 6, timeoutMs: 180_000 },
  async ({ fail }) => {
    for (const [where, act] of Object.entries(stalls)) {
      const environment = accessTo(await stalling(act));
      const runs = commands.map(async (line) => {
        const startedMs = performance.now();
        const args = [...line.split(' '), '--request-timeout', `${DEADLINE_MS}ms`];
        const run = await runCli(args, { environment });
        const tookMs = performance.now() - startedMs;
        if (run.code !== 6) fail(`${line}, ${where}: exit ${run.code} ${run.stderr}`);
        // A second after the deadline is the promise; starting seven programs at once on two cores comes on top.
        if (tookMs > DEADLINE_MS + 5_000) fail(`${line}, ${where}: took ${Math.round(tookMs)} ms`);
      });
      await Promise.all(runs);
    }
    return commands.length * 6;
  },
);

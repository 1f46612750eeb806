import { setTimeout as wait } from 'node:timers/promises';
import { accessTo, startCli } from '../helpers/cli.js';
import { type Handler, startServer } from '../helpers/http-server.js';
import { promise } from '../helpers/promise.js';

const isFull = process.env['JOBTRACK_PROMISES'] === 'full';

/** The promise is 20 MB to a reader of 1 MB a second; the quick form keeps the ratio of size to pipe, not the wait. */
const BODY_BYTES = isFull ? 20_000_000 : 4_000_000;
const BYTES_A_SECOND = isFull ? 1_000_000 : 8_000_000;

const body = JSON.stringify({
  logs: Array.from({ length: BODY_BYTES / 2_000 }, (_, index) => ({
    timestamp: new Date(Date.UTC(2024, 0, 20) + index).toISOString(),
    level: 'INFO',
    message: `${index} ${'é'.repeat(950)}`,
  })),
});

const log: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(body);
};

/** Reads a stream no faster than promised: takes a slice, then waits as long as that slice may take. */
async function readSlowly(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) {
    chunks.push(Buffer.from(chunk));
    await wait((chunk.length / BYTES_A_SECOND) * 1000);
  }
  return Buffer.concat(chunks).toString('utf8');
}

promise(
  'C2',
  'stdout is complete',
  { full: 20, quick: 1, timeoutMs: 900_000 },
  async ({ count, fail }) => {
    const server = await startServer(log);
    const environment = accessTo(server.url);
    const runs = Array.from({ length: count }, async () => {
      const child = startCli(['logs', '--limit', '10000', '--json'], { environment });
      const text = await readSlowly(child.stdout);
      if (text !== `${body}\n`) fail(`${text.length} of ${body.length + 1} characters arrived`);
    });
    await Promise.all(runs);
  },
);

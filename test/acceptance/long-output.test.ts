import { expect, test } from 'vitest';
import { serveSize } from '../bench/growth/server.mjs';
import { program } from '../helpers/cli.js';
import { startOnTerminal } from '../helpers/terminal.js';

/** Half a second is the promise; a busy machine comes on top. */
const PATIENCE_MS = 1_500;

test('Ctrl-C ends a table of 20,000 jobs while it is written', async ({ onTestFinished }) => {
  const server = await serveSize(20_000);
  onTestFinished(server.close);
  const line = `'${process.execPath}' '${program}' batch | cat`;
  const terminal = startOnTerminal(['-c', line], {
    file: '/bin/bash',
    environment: server.environment,
  });
  await terminal.seen(/region 100\b/);
  const pressedMs = performance.now();
  terminal.type('\u0003');
  await terminal.ended;
  expect(performance.now() - pressedMs).toBeLessThan(PATIENCE_MS);
  expect(terminal.output).not.toContain('region 19999');
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { accessTo, runCli } from '../helpers/cli.js';
import { type Handler, startServer } from '../helpers/http-server.js';
import { promise } from '../helpers/promise.js';
import { startOnTerminal } from '../helpers/terminal.js';

const entry = (message: string, second: number) => ({
  timestamp: `2024-01-20T10:30:${String(second).padStart(2, '0')}Z`,
  level: 'INFO',
  component: 'Build',
  stage: 'Test',
  message,
});

const hostile = [
  'plain',
  '\u001b[32mgreen\u001b[0m and back',
  'title \u001b]0;pwned\u0007 and clear \u001b[2J',
  'a C1 clear \u009b2J and a bidi \u202eevil',
];

const raw = hostile.map((line) => `${line}\n`).join('');

const log: Handler = (request, response) => {
  if (request.path.includes('format=raw')) {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(raw);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ logs: hostile.map(entry) }));
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

promise('T6', 'Pipes are never refused', { full: 20, quick: 1 }, async ({ count, fail }) => {
  const { url } = await startServer(log);
  for (let round = 0; round < count; round += 1) {
    const piped = await runCli(['logs'], { environment: accessTo(url) });
    const golden = [
      '2024-01-20T10:30:00Z  INFO  Build  Test  plain',
      '2024-01-20T10:30:01Z  INFO  Build  Test  green and back',
      '2024-01-20T10:30:02Z  INFO  Build  Test  title  and clear ',
      '2024-01-20T10:30:03Z  INFO  Build  Test  a C1 clear  and a bidi <U+202E>evil',
      '',
    ].join('\n');
    if (piped.code !== 0 || piped.stdout !== golden) fail(JSON.stringify(piped));
    const exact = await runCli(['logs', '--raw'], { environment: accessTo(url) });
    if (exact.code !== 0 || sha256(exact.stdout) !== sha256(raw)) fail(JSON.stringify(exact));
  }
});

test('JSON in a pipe holds no control character, and loses none', async () => {
  const { url } = await startServer(log);
  const { stdout } = await runCli(['logs', '-o', 'ndjson'], { environment: accessTo(url) });
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  const messages = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { message: string }).message);
  expect(messages).toEqual(hostile);
});

test('a log on a terminal keeps its colours and can do nothing else, also with --raw', async () => {
  const { url } = await startServer(log);
  for (const args of [['logs'], ['logs', '--raw']]) {
    const terminal = startOnTerminal(args, { environment: accessTo(url) });
    expect((await terminal.ended).exitCode).toBe(0);
    expect(await terminal.screen()).toContain('green and back');
    expect(terminal.output).toContain('\u001b[32mgreen');
    expect(terminal.output).not.toMatch(/\u001b\]|\u001b\[2J|\u009b|\u202e/);
  }
});

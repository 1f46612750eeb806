import { expect, test } from 'vitest';
import { accessTo, program } from '../helpers/cli.js';
import { type Handler, startServer } from '../helpers/http-server.js';
import { promise } from '../helpers/promise.js';
import { startOnTerminal, type TestTerminal } from '../helpers/terminal.js';

const parent = new URL('../helpers/signal-parent.mjs', import.meta.url).pathname;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

const silent: Handler = () => {};

const endless: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain' });
  const more = setInterval(() => response.write('a line of the log\n'), 5);
  response.once('close', () => clearInterval(more));
};

/** What the program is doing when the signal comes: waiting with a spinner, asking for a token, writing a log. */
const states: readonly { args: readonly string[]; handler: Handler; busy: RegExp }[] = [
  { args: ['progress'], handler: silent, busy: /\u001b\[\?25l/ },
  { args: ['login', '--profile', 'work'], handler: silent, busy: /oken/ },
  { args: ['logs', '--raw'], handler: endless, busy: /a line of the log/ },
];

interface Ended {
  code: number | null;
  signal: string | null;
  restored: boolean;
}

async function start(
  state: (typeof states)[number],
): Promise<{ terminal: TestTerminal; pid: number }> {
  const server = await startServer(state.handler);
  const terminal = startOnTerminal([parent, program, ...state.args], {
    file: process.execPath,
    environment: accessTo(server.url),
  });
  await terminal.seen(/pid=\d+;/);
  await terminal.seen(state.busy);
  return { terminal, pid: Number(/pid=(\d+);/.exec(terminal.output)?.[1]) };
}

async function howItEnded(terminal: TestTerminal): Promise<Ended> {
  await terminal.seen(/ended=[^;]+;/);
  return JSON.parse(/ended=([^;]+);/.exec(terminal.output)?.[1] ?? '') as Ended;
}

const isCursorShown = (output: string): boolean =>
  output.lastIndexOf('\u001b[?25l') <= output.lastIndexOf('\u001b[?25h');

promise(
  'C3',
  'Signals are honest, the terminal is restored',
  { full: 240, quick: 12 },
  async ({ count, fail }) => {
    for (let round = 0; round < count; round += 1) {
      const signal = signals[round % signals.length] ?? 'SIGINT';
      const state = states[Math.floor(round / signals.length) % states.length];
      if (state === undefined) continue;
      const { terminal, pid } = await start(state);
      const sentMs = performance.now();
      process.kill(pid, signal);
      const ended = await howItEnded(terminal);
      const tookMs = performance.now() - sentMs;
      const what = `${state.args.join(' ')} ${signal}`;
      if (ended.signal !== signal) fail(`${what}: ended with ${JSON.stringify(ended)}`);
      if (!ended.restored) fail(`${what}: the terminal's settings are not what they were`);
      if (!isCursorShown(terminal.output)) fail(`${what}: the cursor is hidden`);
      // Half a second is the promise; the parent's own `stty` and a busy machine come on top.
      if (tookMs > 1_500) fail(`${what}: took ${Math.round(tookMs)} ms`);
    }
  },
);

test('Ctrl-C at a prompt that hides what is typed is still a Ctrl-C', async () => {
  const state = states[1];
  if (state === undefined) return;
  const { terminal } = await start(state);
  terminal.type('secret\u0003');
  expect(await howItEnded(terminal)).toEqual({ code: null, signal: 'SIGINT', restored: true });
  expect(terminal.output).not.toContain('secret');
});

import { expect, test } from 'vitest';
import { accessTo, exampleEnvironment, program } from '../helpers/cli.js';
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

/** A state of the program, and what its output shows in it. */
interface State {
  args: readonly string[];
  environment: () => Promise<Record<string, string>>;
  busy: RegExp;
}

const serving = (handler: Handler) => async () => accessTo((await startServer(handler)).url);

/** The cursor is hidden with the first frame of a live view; its last line is there with the first answer. */
const PAINTED = /\u001b\[\?25l[\s\S]*updated/;

/**
 * What the program is doing when the signal comes: waiting with a spinner, asking for a token, writing a log, painting
 * below what stands there with keys read in raw mode, and painting on the alternate screen.
 */
const states: readonly State[] = [
  { args: ['progress'], environment: serving(silent), busy: /\u001b\[\?25l/ },
  { args: ['login', '--profile', 'work'], environment: serving(silent), busy: /oken/ },
  { args: ['logs', '--raw'], environment: serving(endless), busy: /a line of the log/ },
  { args: ['progress', '-w'], environment: exampleEnvironment, busy: PAINTED },
  { args: ['watch', '--fullscreen'], environment: exampleEnvironment, busy: PAINTED },
];

interface Ended {
  code: number | null;
  signal: string | null;
  restored: boolean;
}

async function start(state: State): Promise<{ terminal: TestTerminal; pid: number }> {
  const terminal = startOnTerminal([parent, program, ...state.args], {
    file: process.execPath,
    environment: await state.environment(),
  });
  await terminal.seen(/pid=\d+;/);
  await terminal.seen(state.busy);
  return { terminal, pid: Number(/pid=(\d+);/.exec(terminal.output)?.[1]) };
}

async function howItEnded(terminal: TestTerminal): Promise<Ended> {
  await terminal.seen(/ended=[^;]+;/);
  return JSON.parse(/ended=([^;]+);/.exec(terminal.output)?.[1] ?? '') as Ended;
}

/** Whether what was switched off, or on, last is as it was at first: the cursor is shown, the main screen is there. */
const isGivenBack = (output: string): boolean =>
  output.lastIndexOf('\u001b[?25l') <= output.lastIndexOf('\u001b[?25h') &&
  output.lastIndexOf('\u001b[?1049h') <= output.lastIndexOf('\u001b[?1049l') &&
  output.lastIndexOf('\u001b[22;0t') <= output.lastIndexOf('\u001b[23;0t');

promise(
  'C3',
  'Signals are honest, the terminal is restored',
  { full: 400, quick: 10 },
  async ({ count, fail }) => {
    for (let round = 0; round < count; round += 1) {
      const state = states[round % states.length];
      // Every state meets every signal after a while, and two of them soon.
      const turn = round + Math.floor(round / states.length);
      const signal = signals[turn % signals.length] ?? 'SIGINT';
      if (state === undefined) continue;
      const { terminal, pid } = await start(state);
      const sentMs = performance.now();
      process.kill(pid, signal);
      const ended = await howItEnded(terminal);
      const tookMs = performance.now() - sentMs;
      const what = `${state.args.join(' ')} ${signal}`;
      if (ended.signal !== signal) fail(`${what}: ended with ${JSON.stringify(ended)}`);
      if (!ended.restored) fail(`${what}: the terminal's settings are not what they were`);
      if (!isGivenBack(terminal.output)) fail(`${what}: the screen is not given back`);
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

test.each([
  ['Ctrl-C', '\u0003', 'SIGINT'],
  ['Ctrl-\\', '\u001c', 'SIGQUIT'],
])('%s in a live view, which reads keys, is still that signal', async (_name, key, signal) => {
  const state = states[3];
  if (state === undefined) return;
  const { terminal } = await start(state);
  terminal.type(key);
  expect(await howItEnded(terminal)).toEqual({ code: null, signal, restored: true });
  expect(isGivenBack(terminal.output)).toBe(true);
});

test('a crash gives the terminal back before it is told', async () => {
  // Nothing in the program is known to crash it, so that a signal has to.
  const code = "process.on('SIGUSR2',()=>{throw new Error('a crash')})";
  const crash = `data:text/javascript,${code.replaceAll(' ', '%20')}`;
  for (const index of [3, 4]) {
    const state = states[index];
    if (state === undefined) continue;
    const environment = async () => ({
      ...(await state.environment()),
      NODE_OPTIONS: `--import=${crash}`,
    });
    const { terminal, pid } = await start({ ...state, environment });
    process.kill(pid, 'SIGUSR2');
    expect(await howItEnded(terminal)).toEqual({ code: 6, signal: null, restored: true });
    expect(isGivenBack(terminal.output)).toBe(true);
    const { output } = terminal;
    expect(output.indexOf('a crash')).toBeGreaterThan(output.lastIndexOf('\u001b[?25h'));
    expect(await terminal.screen()).toContain('Customer Journey Analysis');
  }
});

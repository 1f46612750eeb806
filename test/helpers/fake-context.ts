import type { Answer, Client } from '../../src/client/types.js';
import type { GlobalFlags, OutputForm, Settings } from '../../src/config/settings.js';
import type { Context, LookMoment } from '../../src/context.js';
import type { Level } from '../../src/contract/index.js';
import { writeJson, writeLines, writeNdjson } from '../../src/output/writing.js';
import type { OutputPort } from '../../src/ports/io.js';
import { createFormats } from '../../src/render/formats.js';
import type { Look } from '../../src/render/look.js';
import { EXAMPLE_JOB } from './examples.js';
import { createFakeClock } from './fake-clock.js';
import { createFakeTerminal, type FakeTerminal } from './fake-terminal.js';
import { EXAMPLE_NOW_MS, type LookOptions, testLook } from './look.js';

/** What a test pins of a command's surroundings; the rest is a pipe, English, UTC and the time of the examples. */
export interface FakeContextOptions {
  /** The methods of the client that the command may call. */
  client?: Partial<Client>;
  form?: OutputForm;
  look?: LookOptions;
  level?: Level;
  flags?: GlobalFlags;
}

/** A context that writes into two texts. */
export interface FakeContext {
  context: Context;
  terminal: FakeTerminal;
  stdout: () => string;
  stderr: () => string;
}

/** A body as the client answers with it, at the time of the examples. */
export const answerWith = <Body>(body: Body): Answer<Body> => ({
  body,
  serverTimeMs: EXAMPLE_NOW_MS,
  requestId: undefined,
});

export async function fakeContext(options: FakeContextOptions = {}): Promise<FakeContext> {
  const form = options.form ?? 'human';
  const terminal = options.look?.terminal ?? false;
  const look = await testLook({ ...options.look, terminal });
  const stdout = fakeOutput(terminal);
  const stderr = fakeOutput(terminal);
  const unused = (): never => {
    throw new Error('the command was not expected to use this');
  };
  const terminalPort = createFakeTerminal();
  const context: Context = {
    terminal: terminalPort,
    io: {
      stdin: { isTTY: false, readAll: unused, readLine: unused, readSecret: unused },
      stdout,
      stderr,
    },
    clock: createFakeClock(EXAMPLE_NOW_MS),
    random: () => 0,
    files: {
      readText: unused,
      facts: unused,
      writePrivate: unused,
      realPath: unused,
      remove: unused,
    },
    environment: {},
    cwd: '/home/user/project',
    homeDir: '/home/user',
    pid: 4711,
    program: ['node', 'jobtrack'],
    isAlive: () => false,
    receive: unused,
    execute: unused,
    signal: new AbortController().signal,
    linger: () => {},
    takeSignals: unused,
    undoable: (undo) => undo,
    messages: look.messages,
    flags: options.flags ?? {},
    settings: async () =>
      fakeSettings(options.level ?? 'INFO', form, options.look?.timeZone ?? 'utc'),
    client: async () => (options.client ?? {}) as Client,
    jobId: async (given) => given ?? EXAMPLE_JOB,
    form: async () => form,
    look: async () => look,
    looks: async () => (moment) => lookOf(look, options.look, moment),
    show: async (showing) => {
      if (form === 'json') return writeJson(stdout, showing.json());
      if (form === 'ndjson') return writeNdjson(stdout, showing.ndjson());
      return writeLines(stdout, showing.human(look));
    },
    waiting: (answer) => answer,
    note: (text) => writeLines(stderr, [text]),
  };
  return { context, terminal: terminalPort, stdout: stdout.text, stderr: stderr.text };
}

function lookOf(
  look: Look,
  { timeZone = 'utc' }: LookOptions = {},
  { nowMs = EXAMPLE_NOW_MS, columns = look.width, isPlain = false }: LookMoment,
): Look {
  const terminal = look.terminal && !isPlain;
  return {
    ...look,
    terminal,
    width: isPlain ? Number.POSITIVE_INFINITY : columns,
    formats: createFormats({ units: look.messages.units, timeZone, nowMs, terminal }),
  };
}

function fakeOutput(isTTY: boolean): OutputPort & { text: () => string } {
  const chunks: Buffer[] = [];
  return {
    isTTY,
    columns: () => (isTTY ? 80 : undefined),
    rows: () => (isTTY ? 24 : undefined),
    colorLevel: 0,
    write: async (text) => void chunks.push(Buffer.from(text)),
    writeBytes: async (bytes) => void chunks.push(Buffer.from(bytes)),
    closed: new AbortController().signal,
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}

function fakeSettings(level: Level, output: OutputForm, timeZone: string): Settings {
  const setting = <T>(value: T) => ({ value, source: { kind: 'default' } as const });
  return {
    url: setting('https://jobs.example.com'),
    tenant: setting('11111111-1111-4111-8111-111111111111'),
    project: setting('22222222-2222-4222-8222-222222222222'),
    token: setting(undefined),
    job: setting(EXAMPLE_JOB),
    profile: setting(undefined),
    output: setting(output),
    lang: setting('en'),
    tz: setting(timeZone),
    interval: setting(2000),
    level: setting(level),
    requestTimeout: setting(30_000),
    retries: setting(2),
  };
}

import type { Client } from './client/types.js';
import type { Connection } from './config/require.js';
import type { GlobalFlags, Settings } from './config/settings.js';
import type { Context, Showing } from './context.js';
import type { Messages } from './i18n/messages.js';
import { chooseColor } from './output/color.js';
import { isSmartTerminal } from './output/terminal.js';
import { spinWhile } from './output/waiting.js';
import { writeJson, writeLines, writeNdjson } from './output/writing.js';
import type { System } from './ports/system.js';
import { inline, safe } from './render/safe-text.js';
import { writeTrace } from './trace.js';

/** One run of a command on this machine: what it may use, and how to end it. */
export interface Session {
  context: Context;
  /** Closes the connections, where there are any. */
  close(): Promise<void>;
}

/** What a session is made from. */
export interface SessionParts {
  system: System;
  flags: GlobalFlags;
  messages: Messages;
  settings: () => Promise<Settings>;
}

/** Settings, client and look are made, and their code is loaded, when they are first asked for. */
export function createSession(parts: SessionParts): Session {
  const { system, flags, messages, settings } = parts;
  const { io, environment } = system;
  let opened: Promise<Client> | undefined;
  const client: Context['client'] = () => {
    opened ??= openClient(parts);
    return opened;
  };
  // A command that tells of broken settings has to show that somehow.
  const readable = (): Promise<Settings | undefined> => settings().catch(() => undefined);
  const form: Context['form'] = async () =>
    flags.output ?? (await readable())?.output.value ?? 'human';
  const looks: Context['looks'] = async () => {
    const { createLooks } = await import('./create-look.js');
    return createLooks(parts, (await readable())?.tz.value ?? 'local');
  };
  const look: Context['look'] = async (nowMs) => (await looks())({ nowMs });
  const context: Context = {
    io,
    terminal: system.terminal,
    clock: system.clock,
    random: system.random,
    files: system.files,
    environment,
    cwd: system.cwd,
    homeDir: system.homeDir,
    pid: system.pid,
    program: system.program,
    isAlive: system.isAlive,
    receive: system.receive,
    execute: system.execute,
    signal: system.ending,
    linger: system.linger,
    takeSignals: system.takeSignals,
    undoable: system.undoable,
    messages,
    flags,
    settings,
    client,
    form,
    look,
    looks,
    jobId: async (given) => {
      const { requireJob } = await import('./config/require.js');
      return requireJob(await settings(), given);
    },
    show: async (showing) => show(showing, await form(), io.stdout, look),
    waiting: async (answer) => {
      const isQuiet = flags.quiet === true || !isSmartTerminal(io.stderr, environment);
      if (isQuiet) return answer;
      const url = (await settings()).url.value ?? '';
      const text = inline(messages.general.waiting(url));
      const colors = chooseColor(io.stderr, { mode: flags.color, environment });
      return spinWhile(answer, { ...system, text, colors });
    },
    note: async (text) => {
      // Who has closed the pipe has what they wanted, and is not to be told about the rest.
      const isWanted = flags.quiet !== true && !io.stdout.closed.aborted;
      if (isWanted) await io.stderr.write(safe`${text}\n`);
    },
  };
  return { context, close: async () => (await opened?.catch(() => undefined))?.close() };
}

async function openClient({
  system,
  flags,
  messages,
  settings: read,
}: SessionParts): Promise<Client> {
  const settings = await read();
  const [{ createClient }, { requireConnection }] = await Promise.all([
    import('./client/create-client.js'),
    import('./config/require.js'),
  ]);
  const open = (connection: Connection): Client =>
    createClient({
      ...connection,
      timeoutMs: settings.requestTimeout.value,
      retries: settings.retries.value,
      environment: system.environment,
      clock: system.clock,
      random: system.random,
      language: messages.language,
      ...(flags.verbose === true
        ? { onTrace: (trace) => void writeTrace(system.io.stderr, trace) }
        : {}),
    });
  const connection = requireConnection(settings);
  if (settings.url.source.kind !== 'serve') return open(connection);
  return openMoving({ connection, open, settings, system });
}

/** A client of this user's own `serve`, which may be started again at another address. */
async function openMoving({
  connection,
  open,
  settings,
  system,
}: {
  connection: Connection;
  open: (connection: Connection) => Client;
  settings: Settings;
  system: System;
}): Promise<Client> {
  const [{ createMovingClient }, { findServeAgain }] = await Promise.all([
    import('./client/moving-client.js'),
    import('./config/find-serve.js'),
  ]);
  let known = connection;
  return createMovingClient(open(connection), async () => {
    const found = await findServeAgain(settings, system);
    if (found === undefined || (found.url === known.url && found.token === known.token)) return;
    known = found;
    return open(found);
  });
}

async function show(
  showing: Showing,
  form: Settings['output']['value'],
  stdout: System['io']['stdout'],
  look: Context['look'],
): Promise<void> {
  if (form === 'json') return writeJson(stdout, showing.json());
  if (form === 'ndjson') return writeNdjson(stdout, showing.ndjson());
  return writeLines(stdout, showing.human(await look(showing.nowMs)));
}

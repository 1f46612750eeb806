import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { startCli, temporaryFolder } from './cli.js';

/** What `jobtrack serve -o json` says when it is ready. */
interface Ready {
  url: string;
  tenant: string;
  project: string;
  stateFile: string;
  pid: number;
}

/** A real `jobtrack serve`, and the environment in which other commands find it. */
export interface Serving {
  ready: Ready;
  token: string;
  child: ChildProcess;
  /** A home of its own, in which the server's state is found. */
  environment: Record<string, string>;
  /** Everything that it has said on stderr so far. */
  said(): string;
  /** Asks the API as any program would, with the token. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }>;
}

/** A home folder's environment for servers and commands that are to find each other. */
export function homeEnvironment(): Record<string, string> {
  const home = temporaryFolder();
  return { HOME: home, XDG_STATE_HOME: join(home, 'state'), XDG_CONFIG_HOME: join(home, 'config') };
}

/** Starts a server and waits until it is ready. It ends with the test. */
export async function startServe(
  args: readonly string[] = [],
  environment: Record<string, string> = homeEnvironment(),
): Promise<Serving> {
  const child = startCli(['serve', '-o', 'json', ...args], { environment });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const ready = JSON.parse(await firstLine(child, () => said)) as Ready;
  const { token } = JSON.parse(readFileSync(ready.stateFile, 'utf8')) as { token: string };
  const base = `${ready.url}/api/${ready.tenant}/${ready.project}/execution`;
  return {
    ready,
    token,
    child,
    environment,
    said: () => said,
    ask: (path, init = {}) =>
      fetch(`${base}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      }),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

async function firstLine(child: ChildProcess, said: () => string): Promise<string> {
  if (child.stdout !== null) {
    for await (const line of createInterface({ input: child.stdout })) return line;
  }
  throw new Error(`the server said nothing: ${said()}`);
}

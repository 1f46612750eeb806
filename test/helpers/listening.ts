import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { onTestFinished } from 'vitest';
import { startCli, temporaryFolder } from './cli.js';

/** A real `jobtrack listen`. */
export interface Listening {
  url: string;
  /** The file of the secret that it believes. */
  secretFile: string;
  child: ChildProcess;
  readonly stdout: string;
  readonly stderr: string;
  /** Resolves as soon as stdout, or stderr, matches. */
  said(pattern: RegExp): Promise<void>;
  /** Sends what the secret's owner would send. */
  send(id: string, body: string | Buffer, options?: SendOptions): Promise<Response>;
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }>;
}

interface SendOptions {
  ageMs?: number;
  headers?: Record<string, string>;
}

/** Starts a listener with a secret of its own and waits until it listens. It ends with the test. */
export async function startListen(args: readonly string[] = []): Promise<Listening> {
  const secretFile = join(temporaryFolder(), 'secret');
  writeFileSync(secretFile, `whsec_${Buffer.alloc(32, 5).toString('base64')}\n`, { mode: 0o600 });
  const child = startCli(['listen', '--secret-file', secretFile, ...args]);
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (chunk) => {
      written[name] += String(chunk);
      for (const check of waiting) check();
    });
  }
  const said = (pattern: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!pattern.test(written.stdout) && !pattern.test(written.stderr)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  await said(/http:\/\/127\.0\.0\.1:\d+\//);
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(written.stderr)?.[0] ?? '';
  const secret = new Webhook(readFileSync(secretFile, 'utf8').trim());
  return {
    url,
    secretFile,
    child,
    get stdout() {
      return written.stdout;
    },
    get stderr() {
      return written.stderr;
    },
    said,
    send: (id, body, { ageMs = 0, headers = {} } = {}) => {
      const at = new Date(Date.now() - ageMs);
      const signature = secret.sign(id, at, Buffer.from(body));
      return fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': signature,
          ...headers,
        },
      });
    },
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
  };
}

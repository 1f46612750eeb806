import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { exampleAccess, startExampleServer } from '../example/server.mjs';

/** The built program, as a user gets it. */
export const program = join(import.meta.dirname, '../../bin/jobtrack.js');

type Environment = Record<string, string>;

/** How a run of the program ended, and what it wrote. */
export interface Run {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** What a test sets for one run. */
export interface RunOptions {
  environment?: Environment;
  /** What the program reads on standard input; nothing when left out. */
  input?: string;
  /** The folder it runs in; an empty one when left out. */
  cwd?: string;
}

/** A folder for one test, taken away at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jobtrack-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The environment of a user who has set nothing: an empty home, UTC, English, UTF-8. */
export function cleanEnvironment(home: string): Environment {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_STATE_HOME: join(home, 'state'),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
  };
}

/** Starts the program with nothing inherited from whoever runs the tests. */
export function startCli(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const home = temporaryFolder();
  return spawn(process.execPath, [program, ...args], {
    cwd: options.cwd ?? home,
    env: { ...cleanEnvironment(home), ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs the program to its end. */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = startCli(args, options);
  child.stdin?.end(options.input ?? '');
  const [stdout, stderr, ended] = await Promise.all([
    readText(child.stdout),
    readText(child.stderr),
    new Promise<Pick<Run, 'code' | 'signal'>>((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal }));
    }),
  ]);
  return { ...ended, stdout, stderr };
}

async function readText(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Settings for the example server, as the environment gives them. */
export function accessTo(url: string): Environment {
  return {
    JOBTRACK_URL: url,
    JOBTRACK_TENANT: exampleAccess.tenant,
    JOBTRACK_PROJECT: exampleAccess.project,
    JOBTRACK_TOKEN: exampleAccess.token,
    JOBTRACK_JOB: exampleAccess.job,
  };
}

/** The documented examples on a server of this test's own, and the environment that leads there. */
export async function exampleEnvironment(language: 'ja' | 'tr' = 'ja'): Promise<Environment> {
  const server = await startExampleServer(language);
  onTestFinished(server.close);
  return accessTo(server.url);
}

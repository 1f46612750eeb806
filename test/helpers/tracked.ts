import { type Run, runCli } from './cli.js';
import { type Running, startRunning } from './running.js';
import type { Serving } from './serve.js';

/** What the API says of a finished run. */
export interface Tracked extends Run {
  jobId: string;
  /** The first answer of each read, as JSON. */
  progress: { status: string; details?: Record<string, unknown> } & Record<string, unknown>;
  logs: { level: string; message: string; component?: string; stage?: string }[];
}

/** Runs a command under `jobtrack run` on a real server, and asks the server what it knows of it. */
export async function runTracked(
  serving: Serving,
  words: readonly string[],
  options: { input?: string; environment?: Record<string, string> } = {},
): Promise<Tracked> {
  const environment = { ...serving.environment, ...options.environment };
  const run = await runCli(['run', ...words], { ...options, environment });
  const jobId = jobIdOf(run.stderr);
  return { ...run, jobId, ...(await askAbout(serving, jobId)) };
}

/** What the server knows of a job. */
export async function askAbout(
  { ask }: Serving,
  jobId: string,
): Promise<Pick<Tracked, 'progress' | 'logs'>> {
  const progress = (await (await ask(`/job/${jobId}/progress`)).json()) as Tracked['progress'];
  const logs: Tracked['logs'] = [];
  for (let after = 0; ; ) {
    const path = `/job/${jobId}/logs?level=DEBUG&limit=10000&afterSequence=${after}`;
    const page = (await (await ask(path)).json()) as {
      logs: Tracked['logs'];
      nextSequence: number;
    };
    logs.push(...page.logs);
    if (page.logs.length === 0) return { progress, logs };
    after = page.nextSequence;
  }
}

/** The id that `run` says first. */
export function jobIdOf(stderr: string): string {
  const id = /^job (\S+)$/m.exec(stderr)?.[1];
  if (id === undefined) throw new Error(`no job id in ${JSON.stringify(stderr)}`);
  return id;
}

/** A `jobtrack run` that is under way. */
export const startTracked = (
  { environment }: Pick<Serving, 'environment'>,
  words: readonly string[],
): Running => startRunning(['run', ...words], { environment });

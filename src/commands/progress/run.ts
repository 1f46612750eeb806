import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { progressView } from './view.js';

/** What `jobtrack progress` was asked for. */
export interface ProgressOptions {
  /** Left out where the settings name the job. */
  jobId: string | undefined;
}

/** Asks for a job's progress once and shows it. */
export async function run(options: ProgressOptions, context: Context): Promise<ExitCode> {
  const jobId = await context.jobId(options.jobId);
  const client = await context.client();
  const answer = await context.waiting(client.progress(jobId, { signal: context.signal }));
  const nowMs = answer.serverTimeMs ?? context.clock.now();
  await context.show({
    nowMs,
    json: () => answer.body,
    ndjson: () => [answer.body],
    human: (look) => progressView({ body: answer.body, nowMs }, look),
  });
  return exitCodes.done;
}

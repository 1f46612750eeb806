import type { Client } from '../../client/types.js';
import type { Context } from '../../context.js';
import type { ProgressBody } from '../../contract/index.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import type { JobAndWatch } from '../refresh/flag.js';
import { glimpseOf } from '../refresh/glimpse.js';
import { runRefresh } from '../refresh/run-refresh.js';
import type { Subject } from '../refresh/subject.js';
import { progressView } from './view.js';

/** Asks for a job's progress and shows it, once or again and again. */
export async function run(options: JobAndWatch, context: Context): Promise<ExitCode> {
  const jobId = await context.jobId(options.jobId);
  const client = await context.client();
  if (options.watch !== undefined) {
    return runRefresh(subjectOf(jobId, client), options.watch, context);
  }
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

const subjectOf = (jobId: string, client: Client): Subject<ProgressBody> => ({
  look: async (how) => {
    const answer = await client.progress(jobId, how);
    return glimpseOf({ answer, statuses: [answer.body.status] });
  },
  view: (body, { nowMs, seenMs }, look) => progressView({ body, nowMs, seenMs }, look),
});

import type { Context } from '../../context.js';
import type { BatchBody, BatchParams } from '../../contract/index.js';
import { missingJobs } from '../../domain/batch-missing.js';
import { sortJobs } from '../../domain/batch-sort.js';
import { instant } from '../../domain/instant.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { inline } from '../../render/safe-text.js';
import { word } from '../../render/words.js';
import type { BatchOptions } from './options.js';
import { batchView } from './view.js';

/** Shows several jobs from one request. */
export async function run(options: BatchOptions, context: Context): Promise<ExitCode> {
  const client = await context.client();
  const request = client.batch(paramsOf(options), { signal: context.signal });
  const answer = await context.waiting(request);
  const body = sorted(answer.body, options, context);
  const nowMs = instant(body.trackingTime) ?? answer.serverTimeMs ?? context.clock.now();
  await context.show({
    nowMs,
    json: () => body,
    ndjson: () => body.jobs,
    human: (look) => batchView({ body, nowMs, showsMetrics: options.showsMetrics }, look),
  });
  await sayMissing(options, body, context);
  return exitCodes.done;
}

const paramsOf = ({ jobIds, status, submittedBy, showsMetrics }: BatchOptions): BatchParams => ({
  ...(jobIds.length > 0 && { jobIds }),
  ...(status !== undefined && { status }),
  ...(submittedBy !== undefined && { submittedBy }),
  ...(showsMetrics && { includeMetrics: true }),
});

const sorted = (body: BatchBody, { sort }: BatchOptions, { messages }: Context): BatchBody =>
  sort === undefined ? body : { ...body, jobs: sortJobs(body.jobs, sort, messages.units.locale) };

async function sayMissing(
  options: BatchOptions,
  { jobs }: BatchBody,
  context: Context,
): Promise<void> {
  const { messages } = context;
  const missing = missingJobs(options.jobIds, jobs);
  if (missing.length > 0) await context.note(inline(messages.batch.missing(missing.join(', '))));
  if (jobs.length > 0 || missing.length > 0) return;
  const status =
    options.status === undefined ? undefined : word('status', options.status, messages);
  await context.note(inline(messages.batch.none({ status, submittedBy: options.submittedBy })));
}

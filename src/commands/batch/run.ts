import type { Client } from '../../client/types.js';
import type { Context } from '../../context.js';
import type { BatchBody, BatchParams } from '../../contract/index.js';
import { missingJobs } from '../../domain/batch-missing.js';
import { sortJobs } from '../../domain/batch-sort.js';
import { instant } from '../../domain/instant.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { inline } from '../../render/safe-text.js';
import { word } from '../../render/words.js';
import { glimpseOf } from '../refresh/glimpse.js';
import { intervalOf, runRefresh } from '../refresh/run-refresh.js';
import type { Subject } from '../refresh/subject.js';
import type { BatchOptions } from './options.js';
import { fittingBatchView } from './view-fitting.js';
import { foldedBatchView } from './view-folded.js';

/** Shows several jobs from one request, once or again and again. */
export async function run(options: BatchOptions, context: Context): Promise<ExitCode> {
  const client = await context.client();
  if (options.watch !== undefined) {
    const intervalMs = await intervalOf(options.watch, context);
    const subject = subjectOf(options, intervalMs, client, context);
    return runRefresh(subject, { intervalMs }, context);
  }
  const request = client.batch(paramsOf(options), { signal: context.signal });
  const answer = await context.waiting(request);
  const body = sorted(answer.body, options, context);
  const nowMs = madeMs(body) ?? answer.serverTimeMs ?? context.clock.now();
  await context.show({
    nowMs,
    json: () => body,
    ndjson: () => body.jobs,
    human: (look) =>
      foldedBatchView({ body, nowMs, showsMetrics: options.showsMetrics }, look, {
        isSorted: options.sort !== undefined,
      }),
  });
  await sayMissing(options, body, context);
  return exitCodes.done;
}

function subjectOf(
  options: BatchOptions,
  intervalMs: number,
  client: Client,
  context: Context,
): Subject<BatchBody> {
  const { showsMetrics } = options;
  const refreshIntervalSeconds = Math.max(1, Math.round(intervalMs / 1000));
  const params = { ...paramsOf(options), refreshIntervalSeconds };
  return {
    look: async (how) => {
      const answer = await client.batch(params, how);
      const body = sorted(answer.body, options, context);
      const statuses = body.jobs.map(({ status }) => status);
      return glimpseOf({ answer: { ...answer, body }, statuses, madeMs: madeMs(body) });
    },
    view: (body, { nowMs, rows }, look) =>
      fittingBatchView({ body, nowMs, showsMetrics }, rows, look),
    remark: (body) => sayMissing(options, body, context),
  };
}

const madeMs = ({ trackingTime }: BatchBody): number | undefined => instant(trackingTime);

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

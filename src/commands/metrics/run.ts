import type { Client } from '../../client/types.js';
import type { Context } from '../../context.js';
import type { MetricsBody, MetricsParams } from '../../contract/index.js';
import { instant } from '../../domain/instant.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { inline } from '../../render/safe-text.js';
import { lookAtPart } from '../refresh/glimpse.js';
import { runRefresh } from '../refresh/run-refresh.js';
import type { Subject } from '../refresh/subject.js';
import type { MetricsOptions } from './options.js';
import { metricsView } from './view.js';

/** Asks for a job's metrics and shows them, once or again and again. */
export async function run(options: MetricsOptions, context: Context): Promise<ExitCode> {
  const jobId = await context.jobId(options.jobId);
  const client = await context.client();
  if (options.watch !== undefined) {
    return runRefresh(subjectOf(jobId, options, client, context), options.watch, context);
  }
  const { body, serverTimeMs } = await context.waiting(
    client.metrics(jobId, paramsOf(options), { signal: context.signal }),
  );
  let isEmpty = false;
  await context.show({
    nowMs: madeMs(body) ?? serverTimeMs,
    json: () => body,
    ndjson: () => (options.history ? (body.historicalMetrics ?? []) : [body]),
    human: (look) => {
      const lines = metricsView({ body, ...options }, look);
      isEmpty = lines.length === 0;
      return lines;
    },
  });
  await sayWhatIsMissing(body, options, isEmpty, context);
  return exitCodes.done;
}

function subjectOf(
  jobId: string,
  options: MetricsOptions,
  client: Client,
  context: Context,
): Subject<MetricsBody> {
  const params = paramsOf(options);
  return {
    look: (how) => {
      const read = () => client.metrics(jobId, params, how);
      return lookAtPart({ jobId, read, madeMs }, client, how);
    },
    view: (body, _at, look) => metricsView({ body, ...options }, look),
    remark: async (body) => {
      const isEmpty = metricsView({ body, ...options }, await context.look()).length === 0;
      await sayWhatIsMissing(body, options, isEmpty, context);
    },
  };
}

const madeMs = (body: MetricsBody): number | undefined => instant(body.metricsCollectionTime);

function paramsOf({ interval, metrics, history }: MetricsOptions): MetricsParams {
  return {
    ...(interval === undefined ? {} : { interval }),
    ...(metrics === undefined ? {} : { metrics }),
    ...(history ? { includeHistory: true } : {}),
  };
}

async function sayWhatIsMissing(
  body: MetricsBody,
  options: MetricsOptions,
  isEmpty: boolean,
  context: Context,
): Promise<void> {
  if (isEmpty) await context.note(inline(context.messages.metrics.nothing));
  const isPastMissing = options.history && (body.historicalMetrics ?? []).length === 0;
  if (isPastMissing) await context.note(inline(context.messages.metrics.noHistory));
}

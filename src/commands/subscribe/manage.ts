import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { inline } from '../../render/safe-text.js';
import { subscriptionsView } from './view.js';

/** Shows the subscriptions of a job. */
export async function list(jobId: string, context: Context): Promise<ExitCode> {
  const client = await context.client();
  const answer = await context.waiting(client.subscriptions(jobId, { signal: context.signal }));
  const { subscriptions } = answer.body;
  await context.show({
    nowMs: answer.serverTimeMs,
    json: () => answer.body,
    ndjson: () => subscriptions,
    human: (look) => subscriptionsView(subscriptions, look),
  });
  if (subscriptions.length === 0) await context.note(inline(context.messages.subscribe.none));
  return exitCodes.done;
}

/** Takes a subscription away: nothing more is sent, not even what was still to be. */
export async function remove(
  jobId: string,
  subscriptionId: string,
  context: Context,
): Promise<ExitCode> {
  const client = await context.client();
  const { signal } = context;
  await context.waiting(client.unsubscribe(jobId, subscriptionId, { signal }));
  await context.note(inline(context.messages.subscribe.removed(subscriptionId)));
  return exitCodes.done;
}

import type { Context } from '../../context.js';
import type { Ending } from '../../ports/system.js';
import { follow } from './follow.js';
import { list, remove } from './manage.js';
import type { SubscribeOptions } from './options.js';
import { registerWebhook } from './webhook.js';

/** Prints a job's events, has them sent to a webhook, or manages what was asked for before. */
export async function run(options: SubscribeOptions, context: Context): Promise<Ending> {
  const { action, wanted } = options;
  const jobId = await context.jobId(options.jobId);
  switch (action.kind) {
    case 'follow':
      return follow(jobId, wanted, context);
    case 'webhook':
      return registerWebhook(jobId, { ...action, wanted }, context);
    case 'list':
      return list(jobId, context);
    case 'remove':
      return remove(jobId, action.subscriptionId, context);
  }
}

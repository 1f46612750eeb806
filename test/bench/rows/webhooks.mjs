import { runChild } from '../shared/child.mjs';

/** @import { Bench } from '../shared/bench.mjs' */

/**
 * How quick webhooks are.
 *
 * @param {Bench} bench
 */
export async function measure({ folder }) {
  const { medianMs, p99Ms, eventsASecond } = await runChild('webhooks', folder);
  return [
    { name: 'webhookMedian', ours: medianMs },
    { name: 'webhook', ours: p99Ms },
    { name: 'webhookRate', ours: eventsASecond },
  ];
}

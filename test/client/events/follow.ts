import { EventEmitter, once } from 'node:events';
import { onTestFinished } from 'vitest';
import { jobEvents } from '../../../src/client/events/job-events.js';
import type { JobEventsItem, JobEventsOptions } from '../../../src/client/events/types.js';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import type { Client } from '../../../src/client/types.js';
import type { SubscriptionEvent } from '../../../src/contract/index.js';
import { JOB } from '../../helpers/test-client.js';

/** What comes of following a job, as it comes. */
export interface Followed {
  items: JobEventsItem[];
  /** The events among the items. */
  events(): SubscriptionEvent[];
  /** Waits until something has come. */
  until(has: (items: readonly JobEventsItem[]) => boolean): Promise<void>;
  /** Resolves at the end; rejects as following does. */
  ended: Promise<void>;
  /** Stops reading, as who leaves the loop. */
  leave(): Promise<unknown>;
}

/** Never asked in a test that has a socket. */
export const noPolling: JobEventsOptions['poll'] = () => {
  throw new Error('nobody was to look');
};

/** Follows the job of the test. Waits take no time, and the clock stands: but where it is told otherwise. */
export function follow(client: Client, options: Partial<JobEventsOptions> = {}): Followed {
  const items: JobEventsItem[] = [];
  const news = new EventEmitter().setMaxListeners(0);
  const following = jobEvents(client, JOB, {
    poll: noPolling,
    clock: systemClock,
    random: () => 0,
    ...options,
  });
  let isOver = false;
  const read = async (): Promise<void> => {
    for await (const item of following) {
      items.push(item);
      news.emit('item');
    }
  };
  const ended = read().finally(() => {
    isOver = true;
    news.emit('item');
  });
  ended.catch(() => {});
  onTestFinished(() => void following.return(undefined));
  return {
    items,
    events: () => items.flatMap((item) => (item.kind === 'event' ? [item.event] : [])),
    until: async (has) => {
      while (!has(items)) {
        if (isOver) throw new Error(`it is over: ${JSON.stringify(items.slice(-3))}`);
        await once(news, 'item');
      }
    },
    ended,
    leave: () => following.return(undefined),
  };
}

/** Whether so many events have come. */
export const count =
  (least: number) =>
  (items: readonly JobEventsItem[]): boolean =>
    items.filter(({ kind }) => kind === 'event').length >= least;

/** Whether an item of this kind has come, so many times. */
export const kind =
  (wanted: JobEventsItem['kind'], times = 1) =>
  (items: readonly JobEventsItem[]): boolean =>
    items.filter((item) => item.kind === wanted).length >= times;

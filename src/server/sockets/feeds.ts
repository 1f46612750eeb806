import type { ChangeBell } from '../events/changes.js';
import type { Store } from '../store/port.js';
import { createFeed, type Feed, type FeedOptions } from './feed.js';

/** The feeds that somebody looks at, one a job. */
export interface Feeds {
  /** Joins the feed of a job; `onNews` is called whenever it may have more. The returned function leaves it. */
  join(
    jobId: string,
    start: Pick<FeedOptions, 'last' | 'isFinal'>,
    onNews: () => void,
  ): { feed: Feed; leave: () => void };
}

interface Shared {
  feed: Feed;
  listeners: Set<() => void>;
  unhook: () => void;
}

export function createFeeds(
  store: Pick<Store, 'outbox'>,
  bell: Pick<ChangeBell, 'onChange'>,
): Feeds {
  const feeds = new Map<string, Shared>();
  const open = (jobId: string, start: Pick<FeedOptions, 'last' | 'isFinal'>): Shared => {
    const feed = createFeed({
      ...start,
      read: (after, limit) => store.outbox(jobId, after, limit),
    });
    const listeners = new Set<() => void>();
    const unhook = bell.onChange(jobId, () => {
      feed.touch();
      for (const listener of listeners) listener();
    });
    const shared = { feed, listeners, unhook };
    feeds.set(jobId, shared);
    return shared;
  };
  return {
    join: (jobId, start, onNews) => {
      const { feed, listeners, unhook } = feeds.get(jobId) ?? open(jobId, start);
      listeners.add(onNews);
      const leave = (): void => {
        listeners.delete(onNews);
        if (listeners.size > 0 || feeds.get(jobId)?.listeners !== listeners) return;
        feeds.delete(jobId);
        unhook();
      };
      return { feed, leave };
    },
  };
}

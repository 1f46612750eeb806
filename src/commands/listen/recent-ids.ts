/** Ids that were met lately; the oldest are forgotten, so that no sender can fill the memory. */
export interface RecentIds {
  has(id: string): boolean;
  add(id: string): void;
}

/** Many times what a sender has under way at once. */
const KEPT = 10_000;

export function createRecentIds(kept = KEPT): RecentIds {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add: (id) => {
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > kept && oldest !== undefined) ids.delete(oldest);
    },
  };
}

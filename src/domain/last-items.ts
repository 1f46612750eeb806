/** Keeps the last few of many items, in as much memory as those few need. */
export interface LastItems<T> {
  add(item: T): void;
  /** The items that are kept, oldest first. */
  all(): T[];
}

/** Keeps the last `count` items; `count` is at least 1. */
export function createLastItems<T>(count: number): LastItems<T> {
  const kept: T[] = [];
  let oldest = 0;
  return {
    add(item) {
      if (kept.length < count) {
        kept.push(item);
        return;
      }
      kept[oldest] = item;
      oldest = (oldest + 1) % count;
    },
    all: () => kept.slice(oldest).concat(kept.slice(0, oldest)),
  };
}

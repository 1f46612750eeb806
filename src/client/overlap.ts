import type { LogEntry } from '../contract/index.js';

/** Which of several equal entries the known ones are: the page goes on after them, or ends with them. */
export type KnownAt = 'start' | 'end';

/**
 * The entries of `page` that are not among `known`, in their order. Entries are the same when all their content is;
 * where several are equal, each known one stands for one of the page.
 */
export function withoutKnown(
  page: readonly LogEntry[],
  known: readonly LogEntry[],
  knownAt: KnownAt,
): LogEntry[] {
  const times = new Set(page.map(({ timestamp }) => timestamp));
  const counts = countContents(known.filter(({ timestamp }) => times.has(timestamp)));
  const isFresh = (entry: LogEntry): boolean => {
    if (counts.size === 0) return true;
    const content = canonicalJson(entry);
    const count = counts.get(content) ?? 0;
    counts.set(content, count - 1);
    return count <= 0;
  };
  return knownAt === 'start' ? page.filter(isFresh) : page.toReversed().filter(isFresh).reverse();
}

function countContents(entries: readonly LogEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const content = canonicalJson(entry);
    counts.set(content, (counts.get(content) ?? 0) + 1);
  }
  return counts;
}

/** JSON with the keys of every object in order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Where one can go from a place in one step. */
export type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Everything that can be reached from `starts`, the nearest first, each with the place it was reached from
 * (`undefined` for the starts). Only places that `isOpen` allows are entered. Linear in places and steps.
 */
export function closest(
  neighbours: Neighbours,
  starts: Iterable<string>,
  isOpen: (key: string) => boolean = () => true,
): Map<string, string | undefined> {
  const reached = new Map<string, string | undefined>();
  for (const start of starts) reached.set(start, undefined);
  // A Map is iterated in the order of insertion, and what is added meanwhile comes up as well: it is the queue.
  for (const key of reached.keys()) {
    for (const next of neighbours.get(key) ?? []) {
      if (!reached.has(next) && isOpen(next)) reached.set(next, key);
    }
  }
  return reached;
}

/** The way to a place that {@link closest} has reached, from its start on. */
export function wayTo(reached: ReadonlyMap<string, string | undefined>, key: string): string[] {
  const way: string[] = [];
  for (let at: string | undefined = key; at !== undefined; at = reached.get(at)) way.push(at);
  return way.reverse();
}

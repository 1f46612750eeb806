/** How many things are kept of a long list, and how many of them from its two ends whatever they are. */
export interface Keep {
  most: number;
  first: number;
  last: number;
}

/**
 * The places of the things to keep of a list that is too long: its ends, then what has the lowest rank, of equal ones
 * the later. All places where there are no more than `most`.
 */
export function mostImportant<Item>(
  items: readonly Item[],
  { most, first, last }: Keep,
  rankOf: (item: Item) => number,
): ReadonlySet<number> {
  if (items.length <= most) return new Set(items.keys());
  const isEnd = (place: number): boolean => place < first || place >= items.length - last;
  const ranked = items.map((item, place) => ({
    place,
    rank: isEnd(place) ? Number.NEGATIVE_INFINITY : rankOf(item),
  }));
  ranked.sort((a, b) => (a.rank === b.rank ? b.place - a.place : a.rank - b.rank));
  return new Set(ranked.slice(0, most).map(({ place }) => place));
}

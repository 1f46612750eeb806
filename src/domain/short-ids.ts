/** Never shorter than this: the first group of a GUID. */
const SHORTEST = 8;

/** How many characters of the ids tell all of them apart, at least eight. */
export function shortIdLength(ids: Iterable<string>): number {
  const sorted = [...new Set(ids)].sort();
  let length = SHORTEST;
  for (const [index, id] of sorted.entries()) {
    length = Math.max(length, sharedLength(id, sorted[index + 1] ?? '') + 1);
  }
  return length;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

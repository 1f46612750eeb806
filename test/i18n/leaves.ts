/** A text or a function that makes one, and where it stands. */
export type Leaf = readonly [path: string, value: unknown];

/** All texts of an object of messages, by their path. */
export function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path}.${key}`),
  );
}

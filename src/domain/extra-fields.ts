import { type FlatValue, flatten } from './flatten.js';

/** What an object of the API holds beyond the fields that are shown by name, nested values by their path. */
export function extraFields(
  value: object | null | undefined,
  known: readonly string[],
): FlatValue[] {
  const extras = Object.entries(value ?? {}).filter(
    ([key, field]) => !known.includes(key) && field !== undefined,
  );
  return flatten(Object.fromEntries(extras));
}

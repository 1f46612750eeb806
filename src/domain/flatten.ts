const DEEPEST = 8;

/** One value of an open map: where it stands, `resources.cpuUnits`, and what it is. */
export interface FlatValue {
  path: string;
  value: string | number | boolean | null;
}

/**
 * Every value of an open map in its own order, nested ones by their path. A list of plain values stays one value,
 * its items between commas. Below a depth of eight a value is given as JSON.
 */
export function flatten(map: Readonly<Record<string, unknown>>): FlatValue[] {
  return Object.entries(map).flatMap(([key, value]) => flattenAt(key, value, 1));
}

function flattenAt(path: string, value: unknown, depth: number): FlatValue[] {
  if (isScalar(value)) return [{ path, value }];
  if (depth >= DEEPEST) return [{ path, value: jsonOf(value) }];
  if (Array.isArray(value)) return flattenList(path, value, depth);
  const entries = Object.entries(value as object);
  if (entries.length === 0) return [{ path, value: '{}' }];
  return entries.flatMap(([key, inner]) => flattenAt(`${path}.${key}`, inner, depth + 1));
}

function flattenList(path: string, list: readonly unknown[], depth: number): FlatValue[] {
  if (list.every(isScalar)) return [{ path, value: list.length === 0 ? '[]' : list.join(', ') }];
  return list.flatMap((item, index) => flattenAt(`${path}[${index}]`, item, depth + 1));
}

/** Nesting deeper than the engine's stack, thousands of levels, has no JSON here; it must not end the program. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}

const isScalar = (value: unknown): value is FlatValue['value'] =>
  value === null || typeof value !== 'object';

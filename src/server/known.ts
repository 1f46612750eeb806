type MayBeUndefined<T> = {
  [Key in keyof T]-?: undefined extends T[Key] ? Key : never;
}[keyof T];

/** The same fields, those that may be undefined left out when they are. */
export type Known<T> = Omit<T, MayBeUndefined<T>> & {
  [Key in MayBeUndefined<T>]?: Exclude<T[Key], undefined>;
};

/** Leaves out fields that are undefined: what is not known is absent from a record, never there without a value. */
export function known<T extends object>(fields: T): Known<T> {
  const found: Record<string, unknown> = {};
  // No Object.fromEntries, which takes several times as long: every answer is made of dozens of these.
  for (const key of Object.keys(fields)) {
    const value = fields[key as keyof T];
    if (value === undefined) continue;
    if (key === '__proto__') Object.defineProperty(found, key, { value, ...PLAIN });
    else found[key] = value;
  }
  return found as Known<T>;
}

/** A reporter may call a figure `__proto__`: it is a field like any other. */
const PLAIN = { writable: true, enumerable: true, configurable: true };

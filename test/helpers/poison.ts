/** A copy of a body in which the texts, and the names of an open map, are what an attacker would write there. */
function poison(body: unknown, text: string): unknown {
  if (typeof body === 'string') return text;
  if (Array.isArray(body)) return body.map((item) => poison(item, text));
  if (typeof body !== 'object' || body === null) return body;
  const entries = Object.entries(body).map(([key, value]) => [key, poison(value, text)]);
  return Object.fromEntries([...entries, [`own ${text}`, text]]);
}

/** The times of a body as they were: without them nothing would be laid out. */
function keepTimes(poisoned: unknown, original: unknown): unknown {
  if (typeof original === 'string' && /^\d{4}-\d\d-\d\dT/.test(original)) return original;
  if (Array.isArray(original))
    return original.map((item, index) => keepTimes((poisoned as unknown[])[index], item));
  if (typeof original !== 'object' || original === null) return poisoned;
  const fields = poisoned as Record<string, unknown>;
  const kept = Object.entries(original).map(([key, value]) => [key, keepTimes(fields[key], value)]);
  return { ...fields, ...Object.fromEntries(kept) };
}

/** A body with a hostile text wherever there was one, and as further fields. Times stay. */
export const poisoned = <T>(body: T, text: string): T =>
  keepTimes(poison(body, text), body) as unknown as T;

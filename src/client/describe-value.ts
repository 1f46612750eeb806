import type { Redact } from './redact.js';

/** How many keys of an object are named. */
const KEYS_SHOWN = 5;
const KEY_CHARS_MAX = 40;

/** What a value is, in a few words and without what it holds: an answer may hold anything. */
export function describeValue(value: unknown, redact: Redact): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return describeObject(Object.keys(value).map(redact));
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return 'a number';
  return String(value);
}

function describeObject(keys: readonly string[]): string {
  if (keys.length === 0) return 'an empty object';
  const shown = keys.slice(0, KEYS_SHOWN).map((key) => `"${key.slice(0, KEY_CHARS_MAX)}"`);
  return `an object with ${shown.join(', ')}${keys.length > KEYS_SHOWN ? ', …' : ''}`;
}

import { HIDDEN } from '../render/safe-text/characters.js';
import type { SafeText } from '../render/safe-text.js';

/** What `JSON.stringify` leaves raw although a terminal acts on it or a reader does not see it. */
const UNSAFE = new RegExp(String.raw`[\x7f-\x9f${HIDDEN}]`, 'gu');

/**
 * JSON that is safe to print: DEL, C1 controls, bidirectional and other invisible characters as `\uXXXX`.
 * It is lossless (`JSON.parse` gives the same value), because outside of strings JSON is printable ASCII.
 *
 * @param indent Spaces a level; none or 0 gives one compact line. There is no line end after the document.
 * @throws TypeError for what JSON can't hold: a cycle, a BigInt.
 */
export function toSafeJson(value: unknown, indent = 0): SafeText {
  return safe(textOf(value, indent));
}

/** Several values in a line each, as {@link toSafeJson} has them. To look through them once takes half of the time. */
export const toSafeJsonLines = (values: readonly unknown[]): SafeText =>
  safe(values.map((value) => textOf(value)).join('\n'));

const textOf = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent) ?? 'null';

const safe = (json: string): SafeText => json.replace(UNSAFE, escaped) as SafeText;

const escaped = (character: string) => character.split('').map(escapedUnit).join('');

const escapedUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

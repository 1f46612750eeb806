import { memoize } from '../memoize.js';

/** Hides secrets by their value. */
export type Redact = (text: string) => string;

/** A secret as short as this is also a part of ordinary words and numbers; it is hidden only where it stands alone. */
const SHORT_CHARS = 8;

const ENTITY_NAMES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/**
 * A function that hides these secrets wherever they stand in a text: as they are, in the capitals of a host name, or
 * with any of their characters escaped as an address, JSON or HTML would. Servers echo what they are sent, so this is
 * for everything of an answer that ends in an error or a trace. It has to come before a text is cut: a part of a
 * secret is not found.
 */
export function createRedact(secrets: readonly (string | undefined)[]): Redact {
  const known = secrets.filter((secret): secret is string => secret !== undefined && secret !== '');
  if (known.length === 0) return (text) => text;
  // Made for the first text: most requests go well, and say nothing.
  const pattern = memoize(() => patternOf(known));
  return (text) => text.replace(pattern(), '***');
}

const patternOf = (secrets: readonly string[]): RegExp =>
  new RegExp(
    secrets
      .toSorted((a, b) => b.length - a.length)
      .map(anyForm)
      .join('|'),
    'giu',
  );

function anyForm(secret: string): string {
  const form = Array.from(secret, anyFormOfCharacter).join('');
  return secret.length < SHORT_CHARS ? `(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])` : form;
}

/** The forms begin differently, so that looking for a secret takes no more time than the text is long. */
function anyFormOfCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const plain = `\\u{${hex}}`;
  const json = `\\\\(?:${plain}|u${hex.padStart(4, '0')})`;
  const name = ENTITY_NAMES[character];
  const html = `&(?:#0*${code}|#x0*${hex}${name === undefined ? '' : `|${name}`});`;
  return `(?:${plain}|${encoded(character)}|${json}|${html})`;
}

/** As an address has it, in UTF-8. A lone surrogate stands in no address. */
const encoded = (character: string): string =>
  /\p{Cs}/u.test(character)
    ? '%EF%BF%BD'
    : Array.from(
        new TextEncoder().encode(character),
        (byte) => `%${byte.toString(16).padStart(2, '0')}`,
      ).join('');

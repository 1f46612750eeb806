/*
 * Classes of characters, as the inside of [...] in a pattern with the flag u.
 */

/** C0, DEL and C1. */
export const CONTROL = String.raw`\x00-\x1f\x7f-\x9f`;

/**
 * What a reader does not see: the 12 Bidi_Control characters, zero-width and word joiners, fillers, tags,
 * line and paragraph separators, annotation marks, lone surrogates.
 */
export const HIDDEN = String.raw`\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb\p{Cs}`;

const SHORT_FORMS = new Map([
  ['\n', String.raw`\n`],
  ['\t', ' '],
]);

/** A control or hidden character in a form that is read and does nothing: `\x1b`, `<U+202E>`. */
export function shownForm(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const hex = codePoint.toString(16);
  if (codePoint < 0xa0) return SHORT_FORMS.get(character) ?? `\\x${hex.padStart(2, '0')}`;
  return `<U+${hex.toUpperCase().padStart(4, '0')}>`;
}

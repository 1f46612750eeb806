/** The colour codes that may reach a terminal; each may be alone or follow others in one sequence. */
const ALLOWED_CODE =
  '(?:0|1|2|3|4|2[234]|3[0-7]|39|4[0-7]|49|9[0-7]|10[0-7]|38;5;\\d{1,3}|38;2;\\d{1,3};\\d{1,3};\\d{1,3})';
const ALLOWED_COLOUR = new RegExp(String.raw`\x1b\[${ALLOWED_CODE}(?:;${ALLOWED_CODE})*m`, 'g');

const ACTING = new RegExp(
  [
    String.raw`\x1b(?:[[\]PX^_][^\x07\x1b\n]{0,40})?`,
    String.raw`[\x00-\x09\x0b-\x1f\x7f-\x9f]`,
    String.raw`[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]`,
    String.raw`[\u{e0000}-\u{e007f}]`,
    String.raw`\p{Cs}`,
  ].join('|'),
  'gu',
);

/**
 * Everything in an output that a terminal would act on or a reader would not see, except line feeds and the allowed
 * colour codes. Empty for a safe output. It shares no code with what makes output safe.
 */
export function controlBytes(text: string): string[] {
  return text.replace(ALLOWED_COLOUR, '').match(ACTING) ?? [];
}

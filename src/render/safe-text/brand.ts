declare const safe_: unique symbol;

/**
 * Text that can be written to a terminal: printable characters, line ends and this program's own colour codes.
 * Everything that comes from outside becomes one by `inline`, `logLines` or `toSafeJson`, and the writer takes
 * nothing else.
 */
export type SafeText = string & { readonly [safe_]: true };

/** Own words with safe values between them: safe`${name} is ${state}`. */
export function safe(
  words: TemplateStringsArray,
  ...values: readonly (SafeText | number)[]
): SafeText {
  return words.map((word, index) => `${word}${values[index] ?? ''}`).join('') as SafeText;
}

/** So many spaces; none for a number below 1. */
export const spaces = (count: number): SafeText => ' '.repeat(Math.max(0, count)) as SafeText;

/** A safe text without the white space at its end. */
export const trimEnd = (text: SafeText): SafeText => text.trimEnd() as SafeText;

/** One safe text from several, with an own separator between them. */
export const join = (parts: readonly SafeText[], separator: SafeText = safe``): SafeText =>
  parts.join(separator) as SafeText;

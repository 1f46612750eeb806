/** How much of one line is shown, in bytes of UTF-8. */
export const LINE_LIMIT_BYTES = 65_536;

/** Stands for the rest of a line that is longer than {@link LINE_LIMIT_BYTES}. */
export const CUT_MARK = '<...64 KiB>';

/** The longest start of a text that fits into a number of bytes of UTF-8. */
export function firstBytes(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}

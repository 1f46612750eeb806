import type { SafeText } from './brand.js';
import { CUT_MARK, firstBytes, LINE_LIMIT_BYTES } from './cut.js';
import { neutralise, STRICT } from './neutralise.js';

const plain = { colour: () => '', aside: (shown: string) => shown };

/**
 * A name, id, address, message or table cell in one line: every control or invisible character is shown, none acts.
 * Colours and other control sequences are dropped, a tab is a space. What is longer than 64 KiB is cut, with a mark.
 * Doing it twice changes nothing.
 */
export function inline(text: string): SafeText {
  const line = neutralise(text.replaceAll('\r\n', '\n'), STRICT, plain);
  if (firstBytes(line, LINE_LIMIT_BYTES) === line) return line as SafeText;
  return (firstBytes(line, LINE_LIMIT_BYTES - CUT_MARK.length) + CUT_MARK) as SafeText;
}

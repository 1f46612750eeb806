import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import type { Paint } from '../../render/theme.js';
import { wrap } from '../../render/width.js';

/** Own words in as many lines as they need. */
export function sentence(text: string, paint: Paint, look: Look): SafeText[] {
  const line = inline(text);
  return (look.terminal ? wrap(line, look.width) : [line]).map(paint);
}

/** What stands above a section: a free line and its name. */
export const title = (text: string, look: Look): SafeText[] => [
  safe``,
  ...sentence(text, look.theme.strong, look),
];

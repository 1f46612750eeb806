import { inline, type SafeText, safe } from '../../render/safe-text.js';
import type { Completion } from './candidates.js';

/** Tells a shell to offer the names of files as well. No candidate begins with a colon. */
const FILES = safe`:files`;

/** What the shells' scripts read: a candidate a line, `value`, a tab, `description`. */
export function completionLines({ candidates, files }: Completion): SafeText[] {
  const lines = candidates.map(({ value, description }) =>
    description === '' ? inline(value) : safe`${inline(value)}\t${inline(description)}`,
  );
  return files ? [...lines, FILES] : lines;
}

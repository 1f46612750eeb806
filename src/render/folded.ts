import type { Look } from './look.js';
import { inline, join, type SafeText, safe } from './safe-text.js';
import { wrap } from './width.js';

/**
 * How many things a terminal shows of a list that is long. With three lines each they are about the thousand lines
 * that terminals keep to scroll back to: what goes beyond would be gone before it is read.
 */
export const MOST_ON_TERMINAL = 300;

/** Kinds beyond these are not counted one by one. */
const MOST_KINDS = 5;

/** What stands for a word that the server does not give. */
const NOT_KNOWN = '-';

/** That things are left out: how many of each kind, the most frequent first, and how to see them. `kinds` has one entry a thing. */
export function foldedLines(kinds: readonly SafeText[], look: Look): SafeText[] {
  if (kinds.length === 0) return [];
  const { formats, messages, theme } = look;
  const counts = countsOf(kinds, look);
  const told = counts.length === 0 ? undefined : join(counts, safe`, `);
  const text = messages.general.folded(formats.number(kinds.length), told);
  return wrap(inline(text), look.width).map(theme.faint);
}

function countsOf(kinds: readonly SafeText[], { formats, symbols }: Look): SafeText[] {
  const counts = new Map<SafeText, number>();
  for (const kind of kinds) {
    if (kind !== NOT_KNOWN) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const told = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_KINDS)
    .map(([kind, count]) => safe`${formats.number(count)} ${kind}`);
  return counts.size > told.length ? [...told, symbols.ellipsis] : told;
}

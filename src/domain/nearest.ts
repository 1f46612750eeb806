import { distance } from 'fastest-levenshtein';

/** The shortest beginning of a word that is enough to guess the rest. */
const PREFIX_LENGTH = 3;

/** How many letters may be wrong: one in a short word, two in a middling one (a swap counts two), three in a long one. */
function allowedDistance(length: number): number {
  if (length <= 3) return 1;
  return length <= 7 ? 2 : 3;
}

function howFar(word: string, candidate: string): number {
  const isBeginning =
    word.length >= PREFIX_LENGTH && candidate.startsWith(word) && candidate !== word;
  return isBeginning ? 1 : distance(word, candidate);
}

/**
 * The candidate that `word` was probably meant to be, whatever its case; `undefined` when none is close.
 * Of two that are equally close the first one wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  let best: { candidate: string; far: number } | undefined;
  for (const candidate of candidates) {
    const far = howFar(wanted, candidate.toLowerCase());
    if (far < (best?.far ?? allowedDistance(word.length) + 1)) best = { candidate, far };
  }
  return best?.candidate;
}

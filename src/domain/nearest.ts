import { distance } from 'fastest-levenshtein';

/** The shortest beginning of a word that is enough to guess the rest. */
const PREFIX_LENGTH = 3;

/** How many letters may be wrong. Two letters leave nothing to guess from, five with two wrong ones hardly more. */
function allowedDistance(length: number): number {
  if (length <= 2) return 0;
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

function howFar(word: string, candidate: string): number {
  if (word === candidate) return 0;
  if (isBeginning(word, candidate) || isBeginning(candidate, word)) return 1;
  const far = distance(word, candidate);
  return far === 2 && areSwapped(word, candidate) ? 1 : far;
}

const isBeginning = (part: string, whole: string): boolean =>
  part.length >= PREFIX_LENGTH && whole.startsWith(part);

/** Two letters in each other's place are one slip of the fingers. */
const areSwapped = (word: string, candidate: string): boolean =>
  [...word].sort().join('') === [...candidate].sort().join('');

/**
 * The candidate that `word` was probably meant to be, whatever its case; `undefined` when none is close. One may be
 * the beginning of the other, as WARN is of "warning". Of two that are equally close the first one wins.
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

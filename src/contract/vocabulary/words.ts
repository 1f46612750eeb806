/**
 * One spelling for comparing words from servers of any language: without case, spaces, hyphens and underscores.
 *
 * Turkish has two letters i, dotted (İ i) and dotless (I ı), and ordinary lower-casing turns "İ" into two
 * code points and never joins "I" with "ı". All four become "i" here: no two words of the vocabulary
 * differ by that letter alone.
 */
function foldWord(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0130I\u0131]/gu, 'i')
    .toLowerCase()
    .replace(/\u0307/gu, '')
    .replace(/[\s_-]+/gu, '');
}

/** A closed set of canonical words, each with the spellings that mean it. */
export interface Vocabulary<Canonical extends string> {
  readonly words: readonly Canonical[];
  /** The canonical word for `text` in any known spelling; `undefined` for a word that is not known. */
  canonical(text: string | null | undefined): Canonical | undefined;
}

/** Makes a vocabulary from a table of canonical words and their aliases. */
export function createVocabulary<Canonical extends string>(
  aliases: Readonly<Record<Canonical, readonly string[]>>,
): Vocabulary<Canonical> {
  const words = Object.keys(aliases) as Canonical[];
  // Made for the first word that is looked up: most commands ask few of the vocabularies.
  let bySpelling: ReadonlyMap<string, Canonical> | undefined;
  const canonical = (text: string): Canonical | undefined => {
    bySpelling ??= spellings(aliases, words);
    // As it is first: folding takes a while, and a live view asks for the same few words a thousand times a second.
    return bySpelling.get(text) ?? bySpelling.get(foldWord(text));
  };
  return { words, canonical: (text) => (text == null ? undefined : canonical(text)) };
}

function spellings<Canonical extends string>(
  aliases: Readonly<Record<Canonical, readonly string[]>>,
  words: readonly Canonical[],
): Map<string, Canonical> {
  const bySpelling = new Map<string, Canonical>();
  for (const word of words) {
    for (const spelling of [word, ...aliases[word]]) {
      bySpelling.set(spelling, word).set(foldWord(spelling), word);
    }
  }
  return bySpelling;
}

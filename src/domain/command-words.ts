/** One word: plain characters, escaped ones, and quoted parts, with nothing between them. */
const WORD = /(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/gsu;

/** The parts of a word that stand for something else than themselves. */
const PART = /\\(.)|'([^']*)'|"((?:[^"\\]|\\.)*)"/gsu;

/**
 * The words of a command line, split as a shell splits them, with nothing expanded: spaces part words, quotes of
 * either kind keep them together, a backslash takes the next character as it is (but for in single quotes).
 * `undefined` when there is none, or a quote is left open.
 */
export function commandWords(line: string): string[] | undefined {
  const words = line.match(WORD);
  const isWhole = line.replace(WORD, '').trim() === '';
  return words === null || !isWhole ? undefined : words.map(meaning);
}

const meaning = (word: string): string =>
  word.replace(PART, (_part, escaped?: string, single?: string, double?: string) =>
    double === undefined ? (escaped ?? single ?? '') : double.replace(/\\(.)/gsu, '$1'),
  );

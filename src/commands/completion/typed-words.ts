import type { FlagShape } from './flag-shape.js';

/** What stands before the word that is completed. */
export interface Typed {
  /** The words that are no options: the command's name first. */
  positional: readonly string[];
  /** The option that the next word belongs to, or may belong to. */
  open: FlagShape | undefined;
  used: ReadonlySet<FlagShape>;
  /** After `--` nothing is an option any more. */
  optionsEnded: boolean;
}

/** Sorts words into options, their values and the rest, as the program itself will. Options it does not know take no value. */
export const readTyped = (words: readonly string[], flags: readonly FlagShape[]): Typed =>
  words.reduce((typed, word) => readWord(typed, word, flags), nothing);

const nothing: Typed = {
  positional: [],
  open: undefined,
  used: new Set<FlagShape>(),
  optionsEnded: false,
};

function readWord(typed: Typed, word: string, flags: readonly FlagShape[]): Typed {
  const { open, optionsEnded, positional } = typed;
  if (takesWord(open, word, optionsEnded)) {
    return { ...typed, open: open?.variadic === true ? open : undefined };
  }
  if (optionsEnded || !isOption(word)) {
    return { ...typed, open: undefined, positional: [...positional, word] };
  }
  if (word === '--') return { ...typed, open: undefined, optionsEnded: true };
  return readOption(typed, word, flags);
}

function readOption(typed: Typed, word: string, flags: readonly FlagShape[]): Typed {
  const flag = flags.find(({ names }) => names.includes(optionName(word)));
  if (flag === undefined) return { ...typed, open: undefined };
  const isOpen = flag.value !== 'none' && !hasValue(word);
  return { ...typed, open: isOpen ? flag : undefined, used: new Set([...typed.used, flag]) };
}

/** Whether the word after an option is that option's value. One that has to be there may look like an option. */
export function takesWord(
  open: FlagShape | undefined,
  word: string,
  optionsEnded = false,
): boolean {
  if (open === undefined || optionsEnded) return false;
  return (open.value === 'required' && !open.variadic) || !isOption(word);
}

const isOption = (word: string): boolean => word.startsWith('-') && word !== '-';

const isLong = (word: string): boolean => word.startsWith('--');

const hasValue = (word: string): boolean => (isLong(word) ? word.includes('=') : word.length > 2);

/** `--level=ERROR` is `--level`, `-lERROR` is `-l`. */
const optionName = (word: string): string =>
  isLong(word) ? (word.split('=', 1)[0] ?? word) : word.slice(0, 2);

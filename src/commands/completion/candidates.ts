import type { Flag, Parameter } from '../definition.js';
import { type FlagShape, flagShape } from './flag-shape.js';
import { readTyped, type Typed, takesWord } from './typed-words.js';

/** A word that can stand where the cursor is, and what it means. */
interface Candidate {
  value: string;
  description: string;
}

/** What can be typed: the list of commands, the options they share, and the one command that was named. */
export interface CompletionTree {
  commands: readonly { name: string; summary: string }[];
  globalFlags: readonly Flag[];
  command?: { flags: readonly Flag[]; parameters: readonly Parameter[] } | undefined;
}

/** What a shell offers: these words, and the names of files where the value is one. */
export interface Completion {
  candidates: readonly Candidate[];
  files: boolean;
}

/** What can stand in place of the last of `words`, which are all words behind the program's name up to the cursor. */
export function complete(words: readonly string[], tree: CompletionTree): Completion {
  const current = words.at(-1) ?? '';
  const flags = [...(tree.command?.flags ?? []), ...tree.globalFlags].map(flagShape);
  const typed = readTyped(words.slice(0, -1), flags);
  if (typed.open !== undefined && takesWord(typed.open, current)) {
    return completeValue(current, typed.open);
  }
  const [, name, value] = /^(--[^=]+)=(.*)$/s.exec(current) ?? [];
  if (name !== undefined && value !== undefined && !typed.optionsEnded) {
    const flag = flags.find(({ names }) => names.includes(name));
    return flag === undefined ? offer([]) : completeValue(value, flag, `${name}=`);
  }
  return offer(
    startingWith(current, [...wordsFor(typed, tree), ...optionsFor(current, typed, flags, tree)]),
  );
}

const offer = (candidates: readonly Candidate[]): Completion => ({ candidates, files: false });

/** Without regard to case, as the program reads such words. */
const startingWith = (beginning: string, candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ value }) => value.toLowerCase().startsWith(beginning.toLowerCase()));

const describe = (values: readonly string[], description: string): Candidate[] =>
  values.map((value) => ({ value, description }));

function completeValue(value: string, flag: FlagShape, before = ''): Completion {
  const candidates = startingWith(value, describe(flag.choices, ''));
  return {
    candidates: candidates.map((each) => ({ ...each, value: before + each.value })),
    files: flag.takesFile,
  };
}

/** Commands, or what the argument may be that is to come. */
function wordsFor({ positional }: Typed, tree: CompletionTree): Candidate[] {
  if (positional.length === 0) {
    return tree.commands.map(({ name, summary }) => ({ value: name, description: summary }));
  }
  const parameter = parameterAt(positional.length - 1, tree);
  return parameter?.choices === undefined ? [] : describe(parameter.choices, '');
}

function parameterAt(place: number, { command }: CompletionTree): Parameter | undefined {
  const parameters = command?.parameters ?? [];
  const last = parameters.at(-1);
  return parameters[place] ?? (last?.variadic === true ? last : undefined);
}

/** Options once each; unasked only where there is nothing better to offer, such as in place of a job's id. */
function optionsFor(
  current: string,
  typed: Typed,
  flags: readonly FlagShape[],
  tree: CompletionTree,
): Candidate[] {
  const isAsked = current.startsWith('-') || (current === '' && typed.positional.length > 0);
  const hasBetter = current === '' && wordsFor(typed, tree).length > 0;
  if (typed.optionsEnded || !isAsked || hasBetter) return [];
  return flags
    .filter((flag) => flag.variadic || !typed.used.has(flag))
    .flatMap(({ names, description }) =>
      describe(
        names.filter((name) => name.startsWith('--') || name === current),
        description,
      ),
    );
}

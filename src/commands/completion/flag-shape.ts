import type { Flag } from '../definition.js';

/** What completion has to know of an option, read from how it is written in the help. */
export interface FlagShape {
  /** Every way to write it, `-l` and `--level`. */
  names: readonly string[];
  value: 'none' | 'required' | 'optional';
  /** Takes all words up to the next option. */
  variadic: boolean;
  /** Its value is a file's name, which a shell completes better than we can. */
  takesFile: boolean;
  choices: readonly string[];
  description: string;
}

/** Reads `-l, --level <LEVEL>`: `<…>` is a value that has to be there, `[…]` one that may, a dotted one is several. */
export function flagShape(flag: Flag): FlagShape {
  const value = /[<[](.*)[>\]]/.exec(flag.flags);
  const written = flag.flags.slice(0, value?.index);
  const name = value?.[1] ?? '';
  return {
    names: written.match(/--?[\w-]+/g) ?? [],
    value: value === null ? 'none' : value[0].startsWith('<') ? 'required' : 'optional',
    variadic: /(?:…|\.\.\.)$/.test(name),
    takesFile: /^file\b/.test(name),
    choices: flag.choices ?? [],
    description: flag.description,
  };
}

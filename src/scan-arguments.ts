/** What stands out in what was typed, before it is parsed. */
export interface Scan {
  /** The first word that is neither an option nor an option's value. */
  command: string | undefined;
  /** The first unknown long option before the command: what follows it may be its value and no command at all. */
  strayOption: string | undefined;
  /** `--help` or `--version`, when one stands there as an option and not as a value. */
  wants: 'help' | 'version' | undefined;
  /** The value of `--lang`; help has to be in that language although nothing is parsed yet. */
  lang: string | undefined;
  /** Whether errors are to be written as JSON, where an option says so: they may come up before options are parsed. */
  json: boolean | undefined;
  /** What `--color` and `--no-color` say. */
  color: string | undefined;
  verbose: boolean;
}

/**
 * Finds the command, and what decides how help and errors look, without judging anything else. A word after an option
 * that takes a value is that value, so `--grep --help` looks for the text "--help". `forms` are the options that are
 * known so far, as in `-l, --level <LEVEL>`; what follows the first argument of a command of `passing` is not ours.
 */
export function scanArguments(
  argv: readonly string[],
  forms: readonly string[],
  passing: ReadonlySet<string> = new Set(),
): Scan {
  const known = new Set(forms.flatMap(optionNames));
  const valued = new Set(forms.filter((form) => form.includes('<')).flatMap(optionNames));
  const scan: Scan = {
    command: undefined,
    strayOption: undefined,
    wants: undefined,
    lang: undefined,
    json: undefined,
    color: undefined,
    verbose: false,
  };
  for (let place = 0; place < argv.length; place += 1) {
    const word = argv[place] ?? '';
    if (word === '--') break;
    const { name, value } = splitOption(word, argv[place + 1], valued);
    if (name === undefined && passing.has(scan.command ?? '')) break;
    if (name === undefined) scan.command ??= word;
    else note(scan, name, value);
    if (name?.startsWith('--') && !known.has(name) && scan.command === undefined)
      scan.strayOption ??= name;
    if (value !== undefined && valued.has(word)) place += 1;
  }
  return scan;
}

function note(scan: Scan, name: string, value: string | undefined): void {
  if (name === '--help' || name === '-h') scan.wants = 'help';
  if (name === '--version' || name === '-V') scan.wants ??= 'version';
  if (name === '--lang') scan.lang = value;
  if (name === '--json') scan.json = true;
  if (name === '--color') scan.color = value;
  if (name === '--no-color') scan.color = 'never';
  if (name === '--verbose' || name === '-v') scan.verbose = true;
  if (name === '-o' || name === '--output') scan.json = value === 'json' || value === 'ndjson';
}

function splitOption(
  word: string,
  next: string | undefined,
  valued: ReadonlySet<string>,
): { name?: string; value?: string | undefined } {
  if (!word.startsWith('-') || word === '-') return {};
  if (valued.has(word)) return { name: word, value: next };
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  if (equals > 0) return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  const short = word.slice(0, 2);
  if (!word.startsWith('--') && valued.has(short)) return { name: short, value: word.slice(2) };
  return { name: word };
}

/** The spellings of an option: `-l, --level <LEVEL>` is `-l` and `--level`. */
const optionNames = (form: string): string[] =>
  form.split(/[\s,=<[]+/).filter((part) => part.startsWith('-'));

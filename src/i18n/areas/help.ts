/** The frame of every help page, and the options that every command takes. */
export interface HelpMessages {
  /** What jobtrack is, in one or two sentences. */
  description: string;
  /** Headings, with their colon. */
  usage: string;
  commands: string;
  arguments: string;
  options: string;
  globalOptions: string;
  examples: string;
  /**
   * What the examples of the first page do: `watch <id>`, `logs <id> --level ERROR --fail-on ERROR`,
   * `batch --json | jq …`, `timeline <id> --view gantt`.
   */
  rootExamples: { watch: string; errors: string; pipe: string; gantt: string };
  /** In a usage line, in place of options and commands. */
  optionsPlaceholder: string;
  commandPlaceholder: string;
  /** How to read more about a command, and about the global options. */
  more: string;
  moreGlobals: string;
  /** Behind an option's description, in brackets, with the space before them where the language has one. */
  choices: (choices: string) => string;
  default: (value: string) => string;
  /** What the options that every command takes do, and the argument that most take. */
  output: string;
  json: string;
  color: string;
  noColor: string;
  url: string;
  tenant: string;
  project: string;
  profile: string;
  config: string;
  tokenFile: string;
  lang: string;
  tz: string;
  requestTimeout: string;
  retries: string;
  quiet: string;
  verbose: string;
  version: string;
  help: string;
  helpCommand: string;
  jobId: string;
  /** A heading, and each code with a word or two; two spaces stand between them. */
  exitCodes: string;
  exitCodeMeanings: string;
}

import type { Flag } from './commands/definition.js';
import { colorModes, languages, outputForms } from './config/settings.js';
import type { Messages } from './i18n/messages.js';

/** How the options that every command takes are typed, and where their description stands. */
const forms = {
  '-o, --output <form>': 'output',
  '--json': 'json',
  '--color <when>': 'color',
  '--no-color': 'noColor',
  '--url <url>': 'url',
  '--tenant <id>': 'tenant',
  '--project <id>': 'project',
  '--profile <name>': 'profile',
  '--config <file>': 'config',
  '--token-file <file>': 'tokenFile',
  '--lang <language>': 'lang',
  '--tz <zone>': 'tz',
  '--request-timeout <duration>': 'requestTimeout',
  '--retries <n>': 'retries',
  '-q, --quiet': 'quiet',
  '-v, --verbose': 'verbose',
  '-V, --version': 'version',
  '-h, --help': 'help',
} as const;

const choices: Partial<Record<string, readonly string[]>> = {
  output: outputForms,
  color: colorModes,
  lang: languages,
};

/** The global options as they are typed, for those who need no words. */
export const globalForms: readonly string[] = Object.keys(forms);

/** The options that every command takes, before and after its name. */
export function globalFlags({ help }: Messages): readonly Flag[] {
  return Object.entries(forms).map(([flags, key]) => {
    const allowed = choices[key];
    return {
      flags,
      description: help[key],
      ...(allowed === undefined ? {} : { choices: allowed }),
    };
  });
}

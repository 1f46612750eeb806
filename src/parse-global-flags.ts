import type { RawFlags } from './commands/definition.js';
import { choiceOf, settingParsers } from './config/parsers.js';
import { colorModes, type GlobalFlags, outputForms } from './config/settings.js';
import { typedValue } from './config/values.js';
import { JobtrackError } from './errors/index.js';

/**
 * The global options from what was typed.
 * @throws JobtrackError INVALID_VALUE, CONFLICTING_OPTIONS
 */
export function parseGlobalFlags(raw: RawFlags): GlobalFlags {
  const text = (key: string): string | undefined => {
    const value = raw[key];
    return typeof value === 'string' ? value : undefined;
  };
  return defined({
    output: outputForm(raw['json'] === true, text('output')),
    url: optional('--url', text('url'), settingParsers.url),
    tenant: optional('--tenant', text('tenant'), settingParsers.tenant),
    project: optional('--project', text('project'), settingParsers.project),
    profile: optional('--profile', text('profile'), settingParsers.profile),
    config: text('config'),
    tokenFile: text('tokenFile'),
    lang: optional('--lang', text('lang'), settingParsers.lang),
    tz: optional('--tz', text('tz'), settingParsers.tz),
    color:
      raw['color'] === false ? 'never' : optional('--color', text('color'), choiceOf(colorModes)),
    requestTimeoutMs: optional(
      '--request-timeout',
      text('requestTimeout'),
      settingParsers.requestTimeout,
    ),
    retries: optional('--retries', text('retries'), settingParsers.retries),
    quiet: raw['quiet'] === true ? true : undefined,
    verbose: raw['verbose'] === true ? true : undefined,
  });
}

function optional<T>(
  name: string,
  text: string | undefined,
  parser: Parameters<typeof typedValue<T>>[2],
): T | undefined {
  return text === undefined ? undefined : typedValue(name, text, parser);
}

function outputForm(json: boolean, output: string | undefined): GlobalFlags['output'] {
  const form = optional('--output', output, choiceOf(outputForms));
  if (!json || form === 'json') return json ? 'json' : form;
  if (form === undefined) return 'json';
  throw new JobtrackError('CONFLICTING_OPTIONS', { options: ['--json', `--output ${form}`] });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what was not given: a key that is there means that the user said so. */
function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}

import type { Environment } from './language.js';
import { settingParsers } from './parsers.js';
import type { GlobalFlags, Setting, SettingSource, Settings, SettingValues } from './settings.js';
import { typedValue } from './values.js';

/** What one source sets, each with that source. */
export type Layer = { [K in keyof Settings]?: Setting<NonNullable<Settings[K]['value']>> };

/** The settings that have an environment variable, and its name. */
const variables = {
  url: 'JOBTRACK_URL',
  token: 'JOBTRACK_TOKEN',
  tenant: 'JOBTRACK_TENANT',
  project: 'JOBTRACK_PROJECT',
  job: 'JOBTRACK_JOB',
  profile: 'JOBTRACK_PROFILE',
  lang: 'JOBTRACK_LANG',
  output: 'JOBTRACK_OUTPUT',
} as const satisfies Partial<Record<keyof Settings, string>>;

/** The settings that have a flag, and its name. The token has none: it is read from a file. */
const flagNames = {
  url: '--url',
  tenant: '--tenant',
  project: '--project',
  profile: '--profile',
  output: '--output',
  lang: '--lang',
  tz: '--tz',
  requestTimeout: '--request-timeout',
  retries: '--retries',
} as const satisfies Partial<Record<keyof Settings, string>>;

type Entry = [key: string, setting: Setting<unknown>];

/** Values of one source as a layer. */
export function layerOf(values: SettingValues, source: SettingSource): Layer {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]): Entry => [key, { value, source }]));
}

/** What the environment sets. An empty variable counts as none, as a shell has no better way to take one back. */
export function environmentLayer(environment: Environment): Layer {
  const entries = Object.entries(variables).flatMap(([key, name]): Entry[] => {
    const text = environment[name];
    if (text === undefined || text === '') return [];
    const value = typedValue<unknown>(name, text, settingParsers[key as keyof typeof variables]);
    return [[key, { value, source: { kind: 'environment', name } }]];
  });
  return Object.fromEntries(entries);
}

/** What the flags set. They have been checked where they were read. */
export function flagLayer({ requestTimeoutMs, ...flags }: GlobalFlags): Layer {
  const values = new Map<string, unknown>(
    Object.entries({ ...flags, requestTimeout: requestTimeoutMs }),
  );
  const entries = Object.entries(flagNames).flatMap(([key, name]): Entry[] => {
    const value = values.get(key);
    return value === undefined ? [] : [[key, { value, source: { kind: 'flag', name } }]];
  });
  return Object.fromEntries(entries);
}

import type { Level } from '../contract/index.js';

/** The forms that output comes in. */
export const outputForms = ['human', 'json', 'ndjson'] as const;
export type OutputForm = (typeof outputForms)[number];

/** The languages that jobtrack speaks. */
export const languages = ['en', 'tr', 'ja'] as const;
export type Language = (typeof languages)[number];

/** When output is coloured. */
export const colorModes = ['auto', 'always', 'never'] as const;
export type ColorMode = (typeof colorModes)[number];

/** Where a setting came from. */
export type SettingSource =
  | { kind: 'flag'; name: string }
  | { kind: 'environment'; name: string }
  | { kind: 'project-file'; file: string }
  | { kind: 'user-file'; file: string; profile?: string }
  | { kind: 'serve'; file: string }
  | { kind: 'default' };

/** A setting's value and its source. `value` is undefined where nothing sets it and there is no default. */
export interface Setting<T> {
  value: T;
  source: SettingSource;
}

/** Everything that can be set, each with where it came from. */
export interface Settings {
  url: Setting<string | undefined>;
  tenant: Setting<string | undefined>;
  project: Setting<string | undefined>;
  /** Only ever sent to the origin of `url`; already left out where it was stored for another origin. */
  token: Setting<string | undefined>;
  job: Setting<string | undefined>;
  profile: Setting<string | undefined>;
  output: Setting<OutputForm>;
  lang: Setting<Language>;
  /** `utc`, `local` or an IANA zone. */
  tz: Setting<string>;
  /** Milliseconds between two refreshes. */
  interval: Setting<number>;
  level: Setting<Level>;
  /** Milliseconds. */
  requestTimeout: Setting<number>;
  retries: Setting<number>;
}

/** The values of some settings, such as one file or one profile gives them. */
export type SettingValues = { [K in keyof Settings]?: NonNullable<Settings[K]['value']> };

/** The flags that every command takes, read and checked. */
export interface GlobalFlags {
  output?: OutputForm;
  url?: string;
  tenant?: string;
  project?: string;
  profile?: string;
  /** A settings file to read instead of the user's own. */
  config?: string;
  /** Where the token is read: a file, or `-` for standard input. */
  tokenFile?: string;
  lang?: Language;
  tz?: string;
  color?: ColorMode;
  requestTimeoutMs?: number;
  retries?: number;
  quiet?: boolean;
  verbose?: boolean;
}

/** What every settings file may hold, a project's as well as a user's own. */
export const preferenceKeys = [
  'job',
  'output',
  'lang',
  'tz',
  'interval',
  'level',
  'requestTimeout',
  'retries',
] as const satisfies readonly (keyof Settings)[];

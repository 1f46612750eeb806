import { nearest } from '../domain/nearest.js';
import { type Allowed, JobtrackError } from '../errors/index.js';
import { type Parser, settingParsers } from './parsers.js';
import type { SettingValues } from './settings.js';
import { shownUrl } from './url.js';

const LONGEST_SHOWN = 100;

/** What of a refused value may be shown: never a token, nor what could be one in an address. */
function shown(text: string, allowed: Allowed): string {
  if (allowed.kind === 'token') return '***';
  const open = allowed.kind === 'url' ? shownUrl(text) : text;
  return open.length > LONGEST_SHOWN ? `${open.slice(0, LONGEST_SHOWN)}…` : open;
}

function refusal(text: string, allowed: Allowed) {
  const suggestion = allowed.kind === 'choice' ? nearest(text, allowed.choices) : undefined;
  return {
    value: shown(text, allowed),
    allowed,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/**
 * A value as the user typed it, in an option, argument or environment variable of that name.
 * @throws JobtrackError INVALID_VALUE
 */
export function typedValue<T>(name: string, text: string, parse: Parser<T>): T {
  const parsed = parse(text);
  if (parsed.ok) return parsed.value;
  throw new JobtrackError('INVALID_VALUE', { name, ...refusal(text, parsed.allowed) });
}

/** What a value of a file is as a text; lists and objects are only named, they may be large or secret. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}

/** Where a value stands: the file, and the keys above it with a dot after each. */
export interface Spot {
  file: string;
  above: string;
}

/**
 * One setting as a file gives it.
 * @throws JobtrackError CONFIG_INVALID_VALUE
 */
export function fileValue<T>(
  { file, above }: Spot,
  key: string,
  value: unknown,
  parse: Parser<T>,
): T {
  const text = textOf(value);
  const parsed = parse(text);
  if (parsed.ok) return parsed.value;
  throw new JobtrackError('CONFIG_INVALID_VALUE', {
    file,
    key: `${above}${key}`,
    ...refusal(text, parsed.allowed),
  });
}

/** The error of a key that may not stand there. */
export function unknownKey(
  { file, above }: Spot,
  key: string,
  known: readonly string[],
): JobtrackError {
  const suggestion = nearest(key, known);
  return new JobtrackError('CONFIG_UNKNOWN_KEY', {
    file,
    key: `${above}${key}`,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/**
 * The settings in an object of a file, of which only `known` may be there.
 * @throws JobtrackError CONFIG_UNKNOWN_KEY, CONFIG_INVALID_VALUE
 */
export function fileValues(
  spot: Spot,
  found: object,
  known: readonly (keyof SettingValues)[],
): SettingValues {
  const values = Object.entries(found).map(([key, value]): [string, unknown] => {
    const setting = known.find((name) => name === key);
    if (setting === undefined) throw unknownKey(spot, key, known);
    return [setting, fileValue<unknown>(spot, key, value, settingParsers[setting])];
  });
  return Object.fromEntries(values);
}

/** Whether a parsed file, or a part of it, is an object of keys and values. */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

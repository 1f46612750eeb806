import { isGuid, type Level, levels } from '../contract/index.js';
import { parseDuration } from '../domain/duration.js';
import type { Allowed } from '../errors/index.js';
import { languages, outputForms, type SettingValues } from './settings.js';
import { parseUrl } from './url.js';

/** What a text was read as, or what it would have to be. */
type Parsed<T> = { ok: true; value: T } | { ok: false; allowed: Allowed };

/** Reads one kind of value. The same one serves flags, environment and files, so that they agree on what is allowed. */
export type Parser<T> = (text: string) => Parsed<T>;

/** The longest time that a timer of the system can wait; a longer one would fire at once. */
const LONGEST_WAIT_MS = 2_147_483_647;

/** A fast refresh hurts the server and shows nothing new. */
const SHORTEST_INTERVAL_MS = 250;

/** Retries beyond this only make a struggling server's trouble worse. */
const MOST_RETRIES = 10;

function parser<T>(allowed: Allowed, read: (text: string) => T | undefined): Parser<T> {
  return (text) => {
    const value = read(text);
    return value === undefined ? { ok: false, allowed } : { ok: true, value };
  };
}

/** One of a few words, in any case. */
export const choiceOf = <T extends string>(choices: readonly T[]): Parser<T> =>
  parser({ kind: 'choice', choices }, (text) =>
    choices.find((choice) => choice.toLowerCase() === text.toLowerCase()),
  );

/** A whole number in decimal digits. */
export const integerFrom = (min: number, max = Number.MAX_SAFE_INTEGER): Parser<number> =>
  parser(
    max === Number.MAX_SAFE_INTEGER ? { kind: 'integer', min } : { kind: 'integer', min, max },
    (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
  );

/** A duration in milliseconds that a timer can wait. */
const durationFrom = (atLeastMs?: number): Parser<number> =>
  parser(
    atLeastMs === undefined ? { kind: 'duration' } : { kind: 'duration', atLeastMs },
    (text) => {
      const durationMs = parseDuration(text);
      if (durationMs === undefined || durationMs < (atLeastMs ?? 0)) return undefined;
      return Math.min(durationMs, LONGEST_WAIT_MS);
    },
  );

/** The id of a tenant, a project or a job. */
export const guid: Parser<string> = parser({ kind: 'guid' }, (text) =>
  isGuid(text) ? text : undefined,
);

/** A log level, also under the names that other systems have for it. */
const level: Parser<Level> = parser({ kind: 'choice', choices: levels.words }, (text) =>
  levels.canonical(text),
);

/** A time zone: `utc`, `local` or what this machine knows as an IANA zone. */
const timeZone: Parser<string> = parser({ kind: 'timezone' }, (text) => {
  const word = text.toLowerCase();
  if (word === 'utc' || word === 'local') return word;
  try {
    // Called for its refusal: it throws on a zone that it does not know.
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return undefined;
  }
});

/** A bearer token. Nothing but visible ASCII can stand in a header without changing what the header says (RFC 9110 §5.5). */
export const token: Parser<string> = parser({ kind: 'token' }, (text) =>
  /^[\x21-\x7e]+$/.test(text) ? text : undefined,
);

/** How each setting is read. */
export const settingParsers: {
  [K in keyof SettingValues]-?: Parser<NonNullable<SettingValues[K]>>;
} = {
  url: parser({ kind: 'url' }, parseUrl),
  tenant: guid,
  project: guid,
  token,
  job: guid,
  profile: parser({ kind: 'text' }, (text) => (text.trim() === '' ? undefined : text)),
  output: choiceOf(outputForms),
  lang: choiceOf(languages),
  tz: timeZone,
  interval: durationFrom(SHORTEST_INTERVAL_MS),
  level,
  requestTimeout: durationFrom(1),
  retries: integerFrom(0, MOST_RETRIES),
};

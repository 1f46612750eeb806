import { choiceOf, guid, integerFrom, type Parser, settingParsers } from '../config/parsers.js';
import { typedValue } from '../config/values.js';
import type { Level } from '../contract/index.js';
import { parseTimePoint } from '../domain/time-point.js';

/*
 * Readers of what a person typed. `name` is the option or argument as it is typed; each throws INVALID_VALUE,
 * which says what was found, what is allowed, and the nearest choice where there is one.
 */

/** One of `choices`, in any case. */
export const parseChoice = <T extends string>(
  name: string,
  text: string,
  choices: readonly T[],
): T => typedValue(name, text, choiceOf(choices));

/** A whole number within limits. */
export const parseInteger = (name: string, text: string, min: number, max?: number): number =>
  typedValue(name, text, integerFrom(min, max));

/** The id of a job. */
export const parseGuid = (name: string, text: string): string => typedValue(name, text, guid);

/** A length of time above 0, in milliseconds. */
export const parseSpan = (name: string, text: string): number =>
  typedValue(name, text, settingParsers.requestTimeout);

/** How often something is looked at, in milliseconds: no more often than the settings allow. */
export const parseInterval = (name: string, text: string): number =>
  typedValue(name, text, settingParsers.interval);

/** A log level, also under the names that other systems have for it. */
export const parseLevel = (name: string, text: string): Level =>
  typedValue(name, text, settingParsers.level);

/** A point in time, as the API takes it. */
export const parseTime = (
  name: string,
  text: string,
  at: { nowMs: number; timeZone: string },
): string =>
  typedValue(name, text, (typed) => {
    const value = parseTimePoint(typed, at);
    return value === undefined ? { ok: false, allowed: { kind: 'time' } } : { ok: true, value };
  });

/** A regular expression. */
export const parseRegex = (name: string, text: string): RegExp => typedValue(name, text, regex);

const regex: Parser<RegExp> = (text) => {
  try {
    return { ok: true, value: new RegExp(text, 'u') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, allowed: { kind: 'regex', reason } };
  }
};

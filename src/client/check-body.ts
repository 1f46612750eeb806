import * as v from 'valibot';
import type { Endpoint } from '../contract/index.js';
import { JobtrackError } from '../errors/index.js';
import { describeValue } from './describe-value.js';
import { fits } from './fits.js';
import type { Redact } from './redact.js';

/** The part of an endpoint that its answers are checked with. */
export type Expected<Schema extends v.GenericSchema> = Pick<
  Endpoint<Schema>,
  'schema' | 'describes' | 'landmark'
>;

/** How valibot names what it expects, in words. Of anything else it is said that a value is missing. */
const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Object: 'an object',
  Array: 'a list',
};

/**
 * The same body, typed, once it is known to be what the endpoint answers; unknown fields and values pass.
 * Throws BODY_NOT_UNDERSTOOD with what was expected, what was found and where.
 */
export function checkBody<Schema extends v.GenericSchema>(
  body: unknown,
  endpoint: Expected<Schema>,
  redact: Redact,
): v.InferOutput<Schema> {
  const expected = `${endpoint.describes} (an object with "${endpoint.landmark}")`;
  if (!isObject(body) || !Object.hasOwn(body, endpoint.landmark)) {
    throw new JobtrackError('BODY_NOT_UNDERSTOOD', {
      expected,
      found: describeValue(body, redact),
    });
  }
  if (fits(body, endpoint.schema)) return body as v.InferOutput<Schema>;
  const { issues } = v.safeParse(endpoint.schema, body, { abortEarly: true });
  const issue = issues?.[0];
  if (issue !== undefined) throw misfit(issue, redact);
  return body as v.InferOutput<Schema>;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function misfit(issue: v.BaseIssue<unknown>, redact: Redact): JobtrackError {
  const keys = (issue.path ?? []).map(({ key }) => key);
  return new JobtrackError('BODY_NOT_UNDERSTOOD', {
    expected: WORDS[issue.expected ?? ''] ?? 'a value',
    found: describeValue(keys.reduce(childOf, issue.path?.[0]?.input), redact),
    path: pathText(keys),
  });
}

const childOf = (parent: unknown, key: unknown): unknown =>
  (parent as Record<string, unknown> | undefined)?.[String(key)];

/** A place in a body as one would write it in code: `logs[2].message`. */
const pathText = (keys: readonly unknown[]): string =>
  keys.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

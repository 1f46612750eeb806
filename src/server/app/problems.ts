import * as v from 'valibot';
import type { FieldProblem } from '../api-error.js';

type Issue = v.BaseIssue<unknown>;

/** What a value has to be, by what was found wrong with it. */
const rules: Readonly<Record<string, (issue: Issue) => string>> = {
  string: () => 'must be a string',
  number: () => 'must be a number',
  boolean: () => 'must be true or false',
  array: () => 'must be a list',
  object: () => 'must be an object',
  loose_object: () => 'must be an object',
  literal: (issue) => `must be ${choices(issue)}`,
  picklist: (issue) => `must be one of ${choices(issue)}`,
  variant: (issue) => `must be one of ${choices(issue)}`,
  union: (issue) => `must be one of ${choices(issue)}`,
  uuid: () => 'must be a GUID',
  url: () => 'must be an address such as https://example.com/path',
  min_value: (issue) => `must be ${issue.requirement} or more`,
  max_value: (issue) => `must be ${issue.requirement} or less`,
  min_length: (issue) => `must have a length of ${issue.requirement} or more`,
  max_length: (issue) => `must have a length of ${issue.requirement} or less`,
};

/** `("log" | "stage")` as `log, stage`. */
const choices = (issue: Issue): string =>
  (issue.expected ?? '')
    .replace(/^\(|\)$/g, '')
    .replaceAll(' | ', ', ')
    .replaceAll('"', '');

/** As much of a wrong value as a message shows. */
const SHOWN = 60;

const shorten = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** What is wrong with a field of a body. The value of a secret is not repeated. */
export function bodyProblem(issue: Issue): FieldProblem {
  const field = v.getDotPath(issue) ?? 'body';
  if (issue.received === 'undefined') return { field, message: missing(issue) };
  const rule = rules[issue.type]?.(issue) ?? issue.message;
  const isShown = issue.type in rules && !/(?:token|secret)$/i.test(field);
  return { field, message: isShown ? `${rule}; it is ${shorten(issue.received)}` : rule };
}

function missing(issue: Issue): string {
  const rule = rules[issue.type];
  const isKnown = issue.type === 'variant' || issue.type === 'picklist';
  return isKnown && rule !== undefined ? `is missing; it ${rule(issue)}` : 'is missing';
}

/** What is wrong with a parameter of a query; its schema says the rule. */
export function queryProblem(issue: Issue, query: Readonly<Record<string, string>>): FieldProblem {
  const field = String(issue.path?.[0]?.key ?? 'query');
  const value = issue.path !== undefined && issue.path.length > 1 ? issue.input : query[field];
  return {
    field,
    message: `${issue.message}; it is ${shorten(JSON.stringify(value) ?? 'missing')}`,
  };
}

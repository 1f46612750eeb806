import * as v from 'valibot';
import { isGuid } from '../../contract/index.js';
import type { Query, QueryText } from '../../contract/queries.js';
import { ApiError, type FieldProblem } from '../api-error.js';
import { bodyProblem, queryProblem } from './problems.js';

/** A request may be wrong in a thousand places; this many are told. */
const PROBLEMS_MAX = 20;

/** The error for a request that is not as its schema says. */
export function validationFailed(problems: readonly FieldProblem[]): ApiError {
  const told = problems.slice(0, PROBLEMS_MAX);
  const [first] = told;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const sentence = first === undefined ? 'The request is wrong' : `${first.field} ${first.message}`;
  return new ApiError('VALIDATION_FAILED', `${sentence}${more}.`, told);
}

/** The id of the job that a path names, in lower case, as GUIDs are kept. */
export function readJobId(text: string | undefined): string {
  if (text !== undefined && isGuid(text)) return text.toLowerCase();
  const message = 'must be a GUID such as cc0e8400-e29b-41d4-a716-446655440000';
  throw validationFailed([{ field: 'jobId', message }]);
}

/**
 * A query as its schema reads it. A parameter that is there more than once counts as one with commas; one without a
 * text counts as left out; one that is not known is ignored, as other servers of this API do.
 */
export function readQuery<Params>(
  query: Query<Params>,
  raw: Readonly<Record<string, string | readonly string[] | undefined>>,
): Params {
  const text: Record<string, string> = {};
  for (const name of Object.keys(query.parameters)) {
    const value = raw[name];
    const joined = typeof value === 'string' ? value : (value?.join(',') ?? '');
    if (joined !== '') text[name] = joined;
  }
  const read = v.safeParse(query.schema, text satisfies QueryText);
  if (read.success) return read.output;
  throw validationFailed(read.issues.map((issue) => queryProblem(issue, text)));
}

/** A body as its schema reads it. */
export function readBody<Body>(schema: v.GenericSchema<unknown, Body>, raw: unknown): Body {
  const read = v.safeParse(schema, raw);
  if (read.success) return read.output;
  throw validationFailed(read.issues.map(bodyProblem));
}

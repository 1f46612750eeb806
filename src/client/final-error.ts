import { type ErrorFacts, JobtrackError } from '../errors/index.js';
import type { Redact } from './redact.js';

/** The error that a call ends with: the number of attempts as it really was, and no secret in any of its facts. */
export function finalError(error: JobtrackError, attempts: number, redact: Redact): JobtrackError {
  const facts = Object.entries(error.facts).map(([name, value]: [string, unknown]) => {
    if (name === 'attempts') return [name, attempts];
    return [name, typeof value === 'string' ? redact(value) : value];
  });
  return new JobtrackError(error.code, Object.fromEntries(facts) as ErrorFacts[typeof error.code], {
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.requestId === undefined ? {} : { requestId: redact(error.requestId) }),
    ...(error.cause === undefined ? {} : { cause: error.cause }),
  });
}

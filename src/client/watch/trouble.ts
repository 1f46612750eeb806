import type { StaleCause } from '../../domain/events/job-event.js';
import { type ErrorCode, isJobtrackError, type JobtrackError } from '../../errors/index.js';

/** A failure that a wait may mend. */
export interface Trouble {
  cause: StaleCause;
  error: JobtrackError;
  /** The least that the server asks to wait. */
  retryAfterMs: number | undefined;
}

const CAUSES: Partial<Record<ErrorCode, StaleCause>> = {
  NETWORK: 'unreachable',
  DEADLINE: 'unreachable',
  IDLE: 'unreachable',
  BODY_CUT: 'unreachable',
  RATE_LIMITED: 'rate-limit',
  SERVER_ERROR: 'server-error',
  BODY_NOT_UNDERSTOOD: 'not-understood',
  BODY_TOO_LARGE: 'not-understood',
  UNEXPECTED_STATUS: 'not-understood',
  REDIRECT_REFUSED: 'not-understood',
};

/**
 * What a failure means for a watch; `undefined` for one that ends it: 401, 403, 404, a request that is refused as it
 * was made, and a mistake in this program.
 */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!isJobtrackError(error)) return undefined;
  const cause = CAUSES[error.code];
  return cause && { cause, error, retryAfterMs: retryAfterOf(error) };
}

function retryAfterOf(error: JobtrackError): number | undefined {
  if (isJobtrackError(error, 'RATE_LIMITED') || isJobtrackError(error, 'SERVER_ERROR')) {
    return error.facts.retryAfterMs;
  }
  return undefined;
}

/** What says that a server does not offer something, or not to this token, or can't do it: asking again soon is no use. */
const NOT_OFFERED: ReadonlySet<ErrorCode> = new Set([
  'NOT_FOUND',
  'FORBIDDEN',
  'REQUEST_REFUSED',
  'UNEXPECTED_STATUS',
  'SERVER_ERROR',
  'BODY_NOT_UNDERSTOOD',
  'BODY_TOO_LARGE',
]);

/** Whether a watch goes on without the part of it that failed so, as long as the progress itself can be had. */
export const isBearable = (error: unknown): error is JobtrackError =>
  isJobtrackError(error) && NOT_OFFERED.has(error.code) && retryAfterOf(error) === undefined;

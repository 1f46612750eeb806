import { type ErrorCode, isJobtrackError, JobtrackError } from '../../errors/index.js';
import type { SocketEnd } from '../text-socket.js';
import { MESSAGE_BYTES_MAX } from '../transport/socket.js';

/** The errors that a wait may mend. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'NETWORK',
  'IDLE',
  'DEADLINE',
  'BODY_CUT',
  'RATE_LIMITED',
  'SERVER_ERROR',
]);

/** The same for statuses that have no error of their own: the request came too slowly, or too early. */
const PASSING_STATUSES: ReadonlySet<number | undefined> = new Set([408, 425]);

/** Whether a wait may mend what went wrong. */
export function isPassing(error: unknown): error is JobtrackError {
  if (!isJobtrackError(error) || error.status === 501) return false;
  return PASSING.has(error.code) || PASSING_STATUSES.has(error.status);
}

/** The least that a server asks to wait, in milliseconds. */
export function retryAfterOf(error: JobtrackError): number | undefined {
  if (isJobtrackError(error, 'RATE_LIMITED') || isJobtrackError(error, 'SERVER_ERROR')) {
    return error.facts.retryAfterMs;
  }
  return undefined;
}

/** What a socket is that ended before the job did, as an error. `address` is where it was opened. */
export function errorOf(end: SocketEnd, address: string, pingMs: number): JobtrackError {
  const origin = originOf(address);
  switch (end.cause) {
    case 'silent':
      return new JobtrackError('IDLE', { origin, idleMs: pingMs });
    case 'too-large':
      return new JobtrackError('BODY_TOO_LARGE', { limitBytes: MESSAGE_BYTES_MAX });
    case 'wrong':
      return notUnderstood(codeOf(end.error) ?? 'data that is no text');
    default: {
      const reason = codeOf(end.error) ?? `the socket was closed (${end.code})`;
      return new JobtrackError('NETWORK', { origin, reason, attempts: 1 });
    }
  }
}

/** The error of a message that is no event. */
export const notUnderstood = (found: string): JobtrackError =>
  new JobtrackError('BODY_NOT_UNDERSTOOD', { expected: 'an event of the job', found });

const codeOf = (error: Error | undefined): string | undefined =>
  (error as NodeJS.ErrnoException | undefined)?.code;

/** As the address of the API has it. */
const originOf = (address: string): string =>
  URL.canParse(address) ? new URL(address.replace(/^ws/i, 'http')).origin : address;

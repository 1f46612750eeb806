import { type ErrorCode, errorCodes } from './codes.js';
import { english } from './english.js';
import type { ExitCode } from './exit-codes.js';
import type { ErrorFacts } from './facts.js';

/** Where an error came from, when it came over the wire. */
export interface ErrorOrigin {
  /** The HTTP status, when there was an answer. */
  status?: number;
  /** The server's id of the request, for its operators. */
  requestId?: string;
  cause?: unknown;
}

/** The one error that jobtrack throws on purpose: a code, the facts of the case, and where it came from. */
export class JobtrackError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'JobtrackError';
  readonly code: C;
  readonly facts: ErrorFacts[C];
  readonly status: number | undefined;
  readonly requestId: string | undefined;

  constructor(code: C, facts: ErrorFacts[C], origin: ErrorOrigin = {}) {
    super(english[code](facts).what, origin.cause === undefined ? {} : { cause: origin.cause });
    this.code = code;
    this.facts = facts;
    this.status = origin.status;
    this.requestId = origin.requestId;
  }

  /** The exit code that a program ends with when nothing handles this error. */
  get exitCode(): ExitCode {
    return errorCodes[this.code].exitCode;
  }
}

/** Whether `error` is a {@link JobtrackError}, of `code` when one is given. */
export function isJobtrackError<C extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: C,
): error is JobtrackError<C> {
  return error instanceof JobtrackError && (code === undefined || error.code === code);
}

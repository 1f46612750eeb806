import { JobtrackError } from '../errors/index.js';
import { type ErrorDetail, readErrorDetail } from './error-detail.js';
import type { Redact } from './redact.js';
import { readRequestId } from './request-id.js';
import { type Headers, headerValue } from './server-time.js';

/** An answer that is no success, with as much of its body as was read. */
export interface FailedAnswer {
  status: number;
  headers: Headers;
  text: string;
  url: URL;
  /** The job that was asked for, where it was one. */
  jobId: string | undefined;
  tokenSent: boolean;
  retryAfterMs: number | undefined;
  redact: Redact;
}

/** A longer explanation is no explanation. */
const DETAIL_CHARS_MAX = 500;

/** The statuses with which an API refuses the request as it was made. */
const REFUSED: ReadonlySet<number> = new Set([400, 409, 413, 422]);

/** The error of an answer, with one message in the server's own words. The number of attempts is 1. */
export function responseError(answer: FailedAnswer): JobtrackError {
  const said = readErrorDetail(answer.text, headerValue(answer.headers, 'content-type'));
  const requestId = said.requestId ?? readRequestId(answer.headers);
  return errorOf(answer, said, {
    status: answer.status,
    ...(requestId === undefined ? {} : { requestId: shortened(answer.redact(requestId)) }),
  });
}

function errorOf(
  answer: FailedAnswer,
  said: ErrorDetail,
  from: { status: number; requestId?: string },
): JobtrackError {
  const { status, url, jobId, tokenSent } = answer;
  const { origin, pathname } = url;
  const detail = said.detail === undefined ? {} : { detail: shortened(answer.redact(said.detail)) };
  const wait = answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs };
  if (REFUSED.has(status)) return new JobtrackError('REQUEST_REFUSED', { status, ...detail }, from);
  if (status === 401)
    return new JobtrackError('UNAUTHENTICATED', { origin, tokenSent, ...detail }, from);
  if (status === 403) return new JobtrackError('FORBIDDEN', { origin, ...detail }, from);
  if (status === 404) {
    const job = jobId === undefined || said.isPage === true ? {} : { jobId };
    return new JobtrackError('NOT_FOUND', { path: pathname, ...job, ...detail }, from);
  }
  if (status === 429)
    return new JobtrackError('RATE_LIMITED', { origin, ...wait, attempts: 1 }, from);
  if (status >= 500) {
    return new JobtrackError(
      'SERVER_ERROR',
      { origin, status, ...detail, attempts: 1, ...wait },
      from,
    );
  }
  return new JobtrackError('UNEXPECTED_STATUS', { origin, status, ...detail }, from);
}

const shortened = (text: string): string =>
  text.length <= DETAIL_CHARS_MAX ? text : `${text.slice(0, DETAIL_CHARS_MAX - 1)}…`;

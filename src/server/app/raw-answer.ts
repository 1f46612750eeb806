import { STATUS_CODES } from 'node:http';
import type { ApiError } from '../api-error.js';
import { errorBody } from './error-body.js';

/** What an answer needs that no web framework writes. */
export interface RawAnswerFacts {
  /** For `x-request-id`. */
  requestId: string;
  nowMs: number;
  /** More headers, by their names. */
  headers?: Readonly<Record<string, string>>;
}

/** An error in the API's form, as the bytes of a whole answer after which the connection ends. */
export function rawAnswer(error: ApiError, { requestId, nowMs, headers }: RawAnswerFacts): string {
  const body = JSON.stringify(errorBody(error, requestId, nowMs));
  const all = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestId,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...headers,
  };
  return [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
}

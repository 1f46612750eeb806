import type { ErrorBody } from '../../contract/error-body.js';
import { ApiError, type ApiErrorCode } from '../api-error.js';

/** An error in the API's form. */
export function errorBody(error: ApiError, requestId: string, nowMs: number): ErrorBody {
  return {
    error: {
      code: error.code,
      message: error.message,
      details: error.details.map(({ field, message }) => ({ field, message })),
      timestamp: new Date(nowMs).toISOString(),
      requestId,
    },
  };
}

/** What the web framework, or Node's own parser, refuses by itself. */
const refusals: Readonly<Record<string, readonly [ApiErrorCode, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['BODY_TOO_LARGE', 'The body of the request is too large.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'UNSUPPORTED_MEDIA_TYPE',
    'The body of a request has to be JSON, with the header content-type: application/json.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['VALIDATION_FAILED', 'The body of the request is empty.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['VALIDATION_FAILED', 'The body of the request is not JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'VALIDATION_FAILED',
    'The body of the request is not as long as its content-length.',
  ],
  FST_ERR_BAD_URL: ['VALIDATION_FAILED', 'The address of the request is not well formed.'],
  FST_ERR_MAX_PARAM_LENGTH: ['NOT_FOUND', 'There is nothing at this address.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['REQUEST_TIMEOUT', 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: ['HEADERS_TOO_LARGE', 'The headers of the request are too large.'],
};

const INTERNAL = 'The server could not answer. Its own log says why, under the id of this request.';

/** What a caller is told of something that was thrown; what nobody foresaw stays inside. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  const { code, statusCode } = (thrown ?? {}) as { code?: unknown; statusCode?: unknown };
  const refusal = typeof code === 'string' ? refusals[code] : undefined;
  if (refusal !== undefined) return new ApiError(...refusal);
  const isCallers = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isCallers
    ? new ApiError('VALIDATION_FAILED', 'The request is not well formed.')
    : new ApiError('INTERNAL', INTERNAL);
}

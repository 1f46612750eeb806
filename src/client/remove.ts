import { isJobtrackError } from '../errors/index.js';
import type { ApiRequest } from './attempt.js';
import { call, type Line } from './call.js';
import type { RequestTrace } from './types.js';

/**
 * Has the server take something away. To ask again changes nothing, so it is tried again like a GET; and where an earlier
 * attempt may have done it without its answer arriving, that there is nothing any more is a success.
 */
export async function remove(
  line: Line,
  request: ApiRequest,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { setup } = line;
  let attempts = 0;
  const onTrace = (trace: RequestTrace): void => {
    attempts = trace.attempt;
    setup.onTrace?.(trace);
  };
  const counted = { ...line, setup: { ...setup, onTrace } };
  try {
    await call(counted, { ...request, isKeyed: true }, async () => ({ value: undefined }), signal);
  } catch (error) {
    if (attempts > 1 && isJobtrackError(error, 'NOT_FOUND')) return;
    throw error;
  }
}

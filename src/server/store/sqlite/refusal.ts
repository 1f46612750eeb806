import { isJobtrackError, JobtrackError, type StoreRefusal } from '../../../errors/index.js';
import { ApiError } from '../../api-error.js';
import { isBusy, isDamage } from './failure.js';

/** The error that says why a database is not opened. */
export const refused = (
  file: string,
  reason: StoreRefusal,
  cause?: unknown,
): JobtrackError<'STORE_REFUSED'> =>
  new JobtrackError('STORE_REFUSED', { file, reason }, { cause });

/** The system's or SQLite's words for a failure, without the path that the message names anyway. */
const reasonOf = (error: Error): string => error.message.split(',')[0] ?? '';

/** What to throw for something that went wrong while a database was opened: a mistake of our own stays what it is. */
export function openingFailure(file: string, error: unknown): unknown {
  const cause = error instanceof ApiError ? error.cause : error;
  if (isJobtrackError(cause)) return cause;
  if (isBusy(cause)) return refused(file, 'in-use', cause);
  if (isDamage(cause)) return refused(file, 'damaged', cause);
  if (!(cause instanceof Error && 'code' in cause)) return error;
  return new JobtrackError('FILE_FAILED', { file, reason: reasonOf(cause) }, { cause });
}

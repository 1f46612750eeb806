import { ApiError } from '../../api-error.js';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const isOf = (code: string, family: string): boolean =>
  code === family || code.startsWith(`${family}_`);

/** Whether another process, or another opening of this one, holds the file. */
export const isBusy = (error: unknown): boolean => isOf(codeOf(error), 'SQLITE_BUSY');

/** Whether the file does not begin like a database. */
export const isNoDatabase = (error: unknown): boolean => isOf(codeOf(error), 'SQLITE_NOTADB');

/** Whether what is in the file is not what SQLite writes; https://sqlite.org/rescode.html says when. */
export const isDamage = (error: unknown): boolean =>
  isOf(codeOf(error), 'SQLITE_CORRUPT') || isNoDatabase(error);

const isFull = (error: unknown): boolean =>
  isOf(codeOf(error), 'SQLITE_FULL') || isOf(codeOf(error), 'SQLITE_IOERR');

function because(code: 'STORAGE_FULL' | 'INTERNAL', message: string, cause: unknown): ApiError {
  const error = new ApiError(code, message);
  error.cause = cause;
  return error;
}

/** What a caller of the server is told of an error of the database; an error of another kind stays what it is. */
export function told(error: unknown): unknown {
  if (isFull(error)) {
    return because(
      'STORAGE_FULL',
      "The server's disk is full or can't be written: nothing of this request was stored. Send it again when there is room.",
      error,
    );
  }
  if (isDamage(error)) {
    return because(
      'INTERNAL',
      "The server's database is damaged: stop the server, and go on with a copy of the file or with a new one.",
      error,
    );
  }
  return error;
}

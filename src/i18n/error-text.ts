import type { ErrorCode, ErrorText, JobtrackError } from '../errors/index.js';
import type { Messages } from './messages.js';

/** An error in the user's words: what failed, and what to do. */
// The facts of a code fit the sentence of the same code; the compiler can't follow that through a union.
export const errorText = <C extends ErrorCode>(
  error: JobtrackError<C>,
  messages: Messages,
): ErrorText => messages.errors[error.code](error.facts);

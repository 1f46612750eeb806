import type { ErrorCode } from './codes.js';
import type { ErrorFacts } from './facts.js';

/** An error in words: what failed and why, in one line; then what to do, where there is something to do. */
export interface ErrorText {
  what: string;
  todo?: string;
}

/** A sentence for every error. A language that misses one does not compile. */
export type ErrorTexts = { [C in ErrorCode]: (facts: ErrorFacts[C]) => ErrorText };

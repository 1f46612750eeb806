import type { JobEvent } from '../../domain/events/job-event.js';

/** Events that are told in this order, some at a time: a thousand jobs are told of at once. */
export type Telling = AsyncGenerator<readonly JobEvent[]>;

/**
 * Takes one look at what is watched and tells what it finds, as it finds it; it goes on only when what it has told is
 * known. Rejects when something could not be read that a wait may mend or that ends the watch; what was told before
 * that holds.
 */
export type Look = (signal: AbortSignal | undefined) => Telling;

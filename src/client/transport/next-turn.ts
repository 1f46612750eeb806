/**
 * Lets everything happen that is due already. A connection is free for the next request only a turn after the end of
 * its answer; who asks again at once would open another one.
 */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

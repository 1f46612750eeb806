/** What one retry costs; a success without a retry gives 1 back. */
const RETRY_COST = 5;

/** The least a budget starts with. */
const TOKENS_MIN = 50;

/**
 * A store of tokens that all calls of a client share, so that a server that fails for everybody is soon asked
 * once a call. It does not block: when it is empty there are no retries, and calls fail at once (gRPC A6).
 */
export interface RetryBudget {
  /** Whether there is enough for a retry. */
  allows(): boolean;
  /** Pays for a retry. */
  spend(): void;
  /** Gives back for a call that went well at once. */
  refund(): void;
}

/** A full budget for clients that try `retries` times more. */
export function createRetryBudget(retries: number): RetryBudget {
  const full = Math.max(TOKENS_MIN, RETRY_COST * retries);
  let tokens = full;
  return {
    allows: () => tokens >= RETRY_COST,
    spend: () => {
      tokens -= RETRY_COST;
    },
    refund: () => {
      tokens = Math.min(full, tokens + 1);
    },
  };
}

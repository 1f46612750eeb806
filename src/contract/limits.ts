/** The most log entries one request may ask for. */
export const LOG_LIMIT_MAX = 10_000;

/** How many log entries one request answers with when it does not say. */
export const LOG_LIMIT_DEFAULT = 1_000;

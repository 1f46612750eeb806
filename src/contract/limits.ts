/** How many jobs one batch can name. */
export const JOB_IDS_MAX = 1_000;

/** The most log entries one request may ask for. */
export const LOG_LIMIT_MAX = 10_000;

/** How many log entries one request answers with when it does not say. */
export const LOG_LIMIT_DEFAULT = 1_000;

/** The longest that our server holds an answer back until a log has something to tell, in seconds. */
export const LOG_WAIT_MAX_SECONDS = 30;

import { type ExitCode, exitCodes } from './exit-codes.js';

/**
 * Every error jobtrack can end with: its code and the exit code it leads to.
 *
 * The table is the single source of docs/errors.md and of `src/report.ts`; what each exit code means
 * is part of the command line's contract, so a code never moves from one exit code to another.
 */
export const errorCodes = {
  /** A word that is no command. */
  UNKNOWN_COMMAND: { exitCode: exitCodes.usage },
  /** A flag that the command does not know. */
  UNKNOWN_OPTION: { exitCode: exitCodes.usage },
  /** An argument that the command needs was not given. */
  MISSING_ARGUMENT: { exitCode: exitCodes.usage },
  /** An option that needs a value stands alone. */
  MISSING_VALUE: { exitCode: exitCodes.usage },
  /** A value given to an option that takes none. */
  UNEXPECTED_VALUE: { exitCode: exitCodes.usage },
  /** More arguments than the command takes. */
  TOO_MANY_ARGUMENTS: { exitCode: exitCodes.usage },
  /** The value of an option, argument or environment variable is not allowed. */
  INVALID_VALUE: { exitCode: exitCodes.usage },
  /** Two options that exclude each other. */
  CONFLICTING_OPTIONS: { exitCode: exitCodes.usage },
  /** An option that paints, where no terminal is there to paint on. */
  NEEDS_TERMINAL: { exitCode: exitCodes.usage },
  /** A setting without which no request can be made was found nowhere. */
  MISSING_SETTING: { exitCode: exitCodes.usage },
  /** A settings file exists but can't be read or parsed. */
  CONFIG_UNREADABLE: { exitCode: exitCodes.usage },
  /** A settings file holds a key that does not exist. */
  CONFIG_UNKNOWN_KEY: { exitCode: exitCodes.usage },
  /** A project's file sets what only the user may set (a url, a token, a proxy, a command). */
  CONFIG_FORBIDDEN_KEY: { exitCode: exitCodes.usage },
  /** A settings file holds a value that is not allowed. */
  CONFIG_INVALID_VALUE: { exitCode: exitCodes.usage },
  /** A file that holds a token is readable by others, or is not the user's own. */
  CONFIG_UNSAFE: { exitCode: exitCodes.usage },
  /** A profile was named that the user's file does not hold. */
  UNKNOWN_PROFILE: { exitCode: exitCodes.usage },
  /** The API refused the request as it was made (400, 409, 413, 422). */
  REQUEST_REFUSED: { exitCode: exitCodes.usage },
  /** 401: no token, or one the API does not accept. */
  UNAUTHENTICATED: { exitCode: exitCodes.auth },
  /** 403: the token is fine, the access is not. */
  FORBIDDEN: { exitCode: exitCodes.auth },
  /** 404: no such job, or no such API under this address. */
  NOT_FOUND: { exitCode: exitCodes.notFound },
  /** No connection, or it broke, after all attempts. */
  NETWORK: { exitCode: exitCodes.unknown },
  /** The total time for a request and all its attempts passed. */
  DEADLINE: { exitCode: exitCodes.unknown },
  /** The connection stood open but nothing arrived for too long. */
  IDLE: { exitCode: exitCodes.unknown },
  /** 429, or a Retry-After longer than the time left. */
  RATE_LIMITED: { exitCode: exitCodes.unknown },
  /** 5xx after all attempts. */
  SERVER_ERROR: { exitCode: exitCodes.unknown },
  /** A status that the API does not document. */
  UNEXPECTED_STATUS: { exitCode: exitCodes.unknown },
  /** A redirect to another origin, or too many of them. */
  REDIRECT_REFUSED: { exitCode: exitCodes.unknown },
  /** The decoded body is larger than the limit. */
  BODY_TOO_LARGE: { exitCode: exitCodes.unknown },
  /** The body ended before it was whole. */
  BODY_CUT: { exitCode: exitCodes.unknown },
  /** The body is not what this endpoint answers. */
  BODY_NOT_UNDERSTOOD: { exitCode: exitCodes.unknown },
  /** A file could not be written or read. */
  FILE_FAILED: { exitCode: exitCodes.usage },
  /** A server would be open to other machines, and nobody has accepted that. */
  LISTEN_REFUSED: { exitCode: exitCodes.usage },
  /** A server can't listen where it is to. */
  LISTEN_FAILED: { exitCode: exitCodes.usage },
  /** The database of `serve` is not opened: it is in use, of a newer version, or not what it should be. */
  STORE_REFUSED: { exitCode: exitCodes.usage },
  /** What arrived as a webhook is not signed as it should be, too old, or no event. */
  WEBHOOK_REFUSED: { exitCode: exitCodes.unknown },
  /** A mistake in jobtrack itself. */
  INTERNAL: { exitCode: exitCodes.unknown },
} as const satisfies Record<string, { exitCode: ExitCode }>;

/** The name of an error, stable over versions and languages. */
export type ErrorCode = keyof typeof errorCodes;

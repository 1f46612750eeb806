import { isJobtrackError, JobtrackError } from '../errors/index.js';

/** Where a request was when it failed. */
export interface FailedRequest {
  origin: string;
  /** Whether the head of the answer had arrived. */
  hasHead: boolean;
  idleTimeoutMs: number;
}

const IDLE_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** A connection that ends, or a chunk that is not whole, in the middle of a body. */
const CUT =
  /^(?:UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_ABORTED|E[A-Z]+|HPE_\w+|Z_BUF_ERROR|ERR_STREAM_PREMATURE_CLOSE)$/;

/** A body that is there as a whole and can't be unpacked. */
const DAMAGED = /^(?:Z_|ERR_|ZSTD_)/;

/**
 * What undici, zlib or the system said, as an error of jobtrack: IDLE, BODY_CUT, BODY_NOT_UNDERSTOOD or NETWORK, and
 * INTERNAL for anything that has no code. An error that already is one passes. The number of attempts is 1: the call
 * knows better.
 */
export function asFailure(
  error: unknown,
  { origin, hasHead, idleTimeoutMs }: FailedRequest,
): JobtrackError {
  if (isJobtrackError(error)) return error;
  const from = { cause: error };
  const reason = systemWord(error);
  if (reason === undefined)
    return new JobtrackError('INTERNAL', { reason: messageOf(error) }, from);
  if (IDLE_CODES.has(reason))
    return new JobtrackError('IDLE', { origin, idleMs: idleTimeoutMs }, from);
  if (hasHead && CUT.test(reason)) return new JobtrackError('BODY_CUT', { origin }, from);
  if (hasHead && DAMAGED.test(reason)) {
    const facts = { expected: 'a body that can be unpacked', found: `damaged data (${reason})` };
    return new JobtrackError('BODY_NOT_UNDERSTOOD', facts, from);
  }
  return new JobtrackError('NETWORK', { origin, reason, attempts: 1 }, from);
}

/**
 * The shortest name of a failure: the system's code (ECONNREFUSED) where there is one below undici's, else undici's.
 * `undefined` for a mistake in a program, which has none.
 */
function systemWord(error: unknown): string | undefined {
  const proxy = /^Proxy response \((\d+)\)/.exec(messageOf(error));
  if (proxy !== null) return `the proxy answered ${proxy[1]}`;
  const code = codeOf(error);
  if (code === 'UND_ERR_INVALID_ARG') return undefined;
  return codeOf(error instanceof Error ? error.cause : undefined) ?? code;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;

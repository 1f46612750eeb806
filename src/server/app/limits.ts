/** The most bytes of a request's body, but for reports. */
export const BODY_BYTES_MAX = 1 * 1024 * 1024;

/** The most bytes of a request that brings reports. */
export const REPORTS_BYTES_MAX = 4 * 1024 * 1024;

/** How long and how many connections are held. Times are in milliseconds. */
export interface ConnectionLimits {
  /** From the opening of a connection, or the first byte of its next request, to the end of the headers. */
  headersMs: number;
  /** The same to the end of the body. */
  requestMs: number;
  /** Without a byte in either direction while an answer is being sent. */
  stalledMs: number;
  /** Between two requests. */
  keepAliveMs: number;
  /** How often the first two are looked at; a connection is cut at most this much later. */
  checkEveryMs: number;
  /** Connections at one time; one more is closed as soon as it is opened. */
  connections: number;
  /** Bytes of the request line and the headers: enough for a batch of 1,000 job ids. */
  headerBytes: number;
}

/** Every client that is slow on purpose is gone after 13 seconds at most. */
export const defaultLimits: ConnectionLimits = {
  headersMs: 8_000,
  requestMs: 12_000,
  stalledMs: 15_000,
  keepAliveMs: 30_000,
  checkEveryMs: 1_000,
  connections: 1_024,
  headerBytes: 64 * 1024,
};

/** How many sockets are held, and how long they are waited for. Times are in milliseconds. */
export interface SocketLimits {
  /** Sockets at one time; one more is refused with 503. They take no place of other connections. */
  sockets: number;
  /** How often a peer is asked whether it is there; one that did not answer by the next time is cut. */
  pingMs: number;
  /** How long a peer may take nothing of what waits for it; then it is sent away, to come back and resume. */
  slowMs: number;
  /** How long a peer may take to agree to the end. */
  closeMs: number;
  /** What may wait for a peer beside what the system holds, in bytes. The rest waits in the store. */
  queueBytes: number;
}

export const defaultSocketLimits: SocketLimits = {
  sockets: 2_000,
  pingMs: 15_000,
  slowMs: 30_000,
  closeMs: 10_000,
  queueBytes: 64 * 1024,
};

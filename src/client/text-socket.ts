/*
 * What a socket is to those who read it. Nothing here names the package that sockets are made with, since users of the
 * library do not have its types.
 */

/** What broke a socket: the peer was silent, the connection failed, or what came is not what may come. */
export type SocketCause = 'silent' | 'broken' | 'wrong' | 'too-large';

/** How a socket ended. */
export interface SocketEnd {
  /** The close code of RFC 6455, section 7.4; 1006 where the peer said nothing. */
  code: number;
  reason: string;
  cause?: SocketCause;
  error?: Error;
}

/** A socket that is open. */
export interface TextSocket {
  /** The next message; `undefined` after the last one. Rejects with the signal's reason once that is aborted. */
  next(): Promise<string | undefined>;
  /** How it ended; known when {@link next} has said that nothing more comes. */
  end(): SocketEnd;
  /** Ends it, and says why. What came before can still be read. */
  close(): void;
}

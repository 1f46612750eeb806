import type { WebSocket } from 'ws';

/** Whether a peer is there. */
export interface Heartbeat {
  /** Asks the peer once `pingMs` have passed since the last time; false when it did not answer that. */
  beat(nowMs: number): boolean;
  /** Time has passed in which nobody could answer: the peer is asked anew. */
  forgive(nowMs: number): void;
}

/** Begins to listen for signs of life: answers to pings, and whatever else comes. */
export function createHeartbeat(socket: WebSocket, pingMs: number, startMs: number): Heartbeat {
  let askedMs = startMs;
  let isHeard = true;
  const hear = (): void => {
    isHeard = true;
  };
  socket.on('message', hear).on('ping', hear).on('pong', hear);
  return {
    beat: (nowMs) => {
      if (nowMs - askedMs < pingMs) return true;
      if (!isHeard) return false;
      isHeard = false;
      askedMs = nowMs;
      socket.ping();
      return true;
    },
    forgive: (nowMs) => {
      isHeard = true;
      askedMs = nowMs;
    },
  };
}

import type { WebSocket } from 'ws';
import { socketCloses } from '../../contract/index.js';
import type { Clock } from '../../ports/clock.js';
import type { Feeds } from './feeds.js';
import { createHeartbeat } from './heartbeat.js';
import type { SocketLimits } from './limits.js';
import { createSender } from './sender.js';
import type { OpenView } from './view.js';

/** Somebody who is sent events, from the opening of the socket to its end. */
export interface Peer {
  readonly subscriptionId: string | undefined;
  /** Does what time alone asks for: a ping, or the end of one who is gone, slow, or no longer entitled. */
  beat(nowMs: number): void;
  /** Time has passed in which nobody could answer. */
  forgive(nowMs: number): void;
  close(why: keyof typeof socketCloses, reason: string): void;
  /** Ends the connection without a word. */
  cut(): void;
}

/** What a peer is served with. */
export interface PeerTools {
  feeds: Feeds;
  limits: SocketLimits;
  clock: Clock;
  onFailure: (failure: unknown) => void;
}

/** Begins to send to a socket that was just opened. */
export function createPeer(socket: WebSocket, view: OpenView, tools: PeerTools): Peer {
  const { feeds, limits, clock, onFailure } = tools;
  const close: Peer['close'] = (why, reason) => socket.close(socketCloses[why], reason);
  const { feed, leave } = feeds.join(view.jobId, view, () => sender.pump());
  const sender = createSender(socket, view, {
    feed,
    clock,
    queueBytes: limits.queueBytes,
    onCaughtUp: () => {
      if (feed.isFinal()) close('final', 'final');
    },
    onFailure: (failure) => {
      onFailure(failure);
      // Whoever comes back resumes where this broke off.
      socket.terminate();
    },
  });
  const heart = createHeartbeat(socket, limits.pingMs, clock.now());
  // One who does not take what waits for it can't have read the question either.
  const giveUp = (): void => {
    if (socket.bufferedAmount > 0) close('tryAgainLater', 'slow');
    else socket.terminate();
  };
  socket.on('close', leave);
  // A frame that is none ends the connection; that is all there is to say of it.
  socket.on('error', () => socket.terminate());
  sender.pump();
  return {
    subscriptionId: view.subscriptionId,
    beat: (nowMs) => {
      if (nowMs >= view.wishes.expiresAtMs) close('policy', 'expired');
      else if (sender.blockedMs() >= limits.slowMs) close('tryAgainLater', 'slow');
      else if (!heart.beat(nowMs)) giveUp();
    },
    forgive: heart.forgive,
    close,
    cut: () => socket.terminate(),
  };
}

import type { Server } from 'node:http';
import { ApiError } from '../api-error.js';
import type { ChangeBell } from '../events/changes.js';
import type { Store } from '../store/port.js';
import { createDoor, type DoorOptions } from './door.js';
import { createFeeds } from './feeds.js';
import { defaultSocketLimits, type SocketLimits } from './limits.js';
import { asksForSocket, passOn } from './pass-on.js';
import { createPeer, type Peer } from './peer.js';
import { takeOver } from './take-over.js';

/** What the sockets of a server are made from. */
export interface SocketsOptions
  extends Pick<DoorOptions, 'access' | 'clock' | 'requestId' | 'onFailure'> {
  /** The server whose connections ask to become sockets. */
  server: Server;
  store: DoorOptions['store'] & Pick<Store, 'outbox'>;
  bell: Pick<ChangeBell, 'onChange'>;
  limits?: Partial<SocketLimits> | undefined;
}

/** All sockets of a server. */
export interface Sockets {
  /** Does what time alone asks for; to be called about once a second. */
  tick(): void;
  /** A subscription is there no more: nothing is sent for it from now on. */
  drop(subscriptionId: string): void;
  /** Takes no more, and sends everybody away to come back later; those who do not go soon are cut. */
  goAway(): void;
}

/** How long those who were sent away are waited for. */
const GO_AWAY_MS = 1_000;

/** Longer than a tick ever takes to come: this machine was asleep, and so nobody could answer. */
const ASLEEP_MS = 5_000;

/** Takes over the connections of a server that ask to become sockets of events. */
export function createSockets(options: SocketsOptions): Sockets {
  const { server, clock, store, bell, onFailure, requestId } = options;
  const limits = { ...defaultSocketLimits, ...options.limits };
  const peers = new Set<Peer>();
  let isGoing = false;
  let tickedMs = clock.now();
  const all = (tell: (peer: Peer) => void): void => {
    for (const peer of [...peers]) tell(peer);
  };
  const tools = {
    feeds: createFeeds(store, bell),
    limits,
    clock,
    onFailure: (failure: unknown) => onFailure(failure, requestId()),
  };
  const door = createDoor({
    ...options,
    closeMs: limits.closeMs,
    checkRoom: () => {
      if (isGoing) throw new ApiError('UNAVAILABLE', 'The server is closing.');
      if (peers.size < limits.sockets) return;
      throw new ApiError('UNAVAILABLE', `As many as ${limits.sockets} sockets are open already.`);
    },
    onOpen: (socket, view) => {
      const peer = createPeer(socket, view, tools);
      peers.add(peer);
      // The places of the server are for requests.
      server.maxConnections += 1;
      socket.on('close', () => {
        peers.delete(peer);
        server.maxConnections -= 1;
      });
    },
  });
  takeOver(server, (request, socket, head) => {
    if (asksForSocket(request)) door(request, socket, head);
    else passOn(server, request, socket, head);
  });
  return {
    tick: () => {
      const nowMs = clock.now();
      if (nowMs - tickedMs > ASLEEP_MS) all((peer) => peer.forgive(nowMs));
      tickedMs = nowMs;
      all((peer) => peer.beat(nowMs));
    },
    drop: (subscriptionId) =>
      all((peer) => {
        if (peer.subscriptionId === subscriptionId) peer.close('policy', 'gone');
      }),
    goAway: () => {
      isGoing = true;
      if (peers.size === 0) return;
      all((peer) => peer.close('goingAway', 'going away'));
      void clock.sleep(GO_AWAY_MS).then(() => all((peer) => peer.cut()));
    },
  };
}

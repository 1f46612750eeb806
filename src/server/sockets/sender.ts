import type { WebSocket } from 'ws';
import type { Clock } from '../../ports/clock.js';
import type { Wishes } from '../events/choose-events.js';
import type { ToldProgress } from '../store/records.js';
import type { Feed, FeedRow } from './feed.js';

/** What one peer is to get. */
export interface View {
  /** The job. */
  jobId: string;
  /** Left out for those who have not subscribed: they see all events, for as long as they are there. */
  subscriptionId?: string;
  wishes: Wishes;
  /** The row behind which the choosing begins. */
  chooseAfter: number;
  /** The row behind which messages are sent; not before `chooseAfter`. */
  sendAfter: number;
}

/** Sends the events of a feed to one peer. */
export interface Sender {
  /** Sends what is new, as far as the peer takes it; to be called whenever there may be something. */
  pump(): void;
  /** How long the peer has taken nothing of what waits for it, in milliseconds; 0 where nothing has to wait. */
  blockedMs(): number;
}

/** What a peer is served with. */
export interface SenderTools {
  feed: Feed;
  /** What may wait in memory for the peer, in bytes. */
  queueBytes: number;
  clock: Clock;
  /** Called each time the peer has got everything there is. */
  onCaughtUp: () => void;
  /** Called when the rows can't be read. */
  onFailure: (failure: unknown) => void;
}

/**
 * Serves one peer, in order, each event once. The next row is looked at when the peer has taken enough of those before,
 * so what waits for a slow one waits in the store.
 */
export function createSender(socket: WebSocket, view: View, tools: SenderTools): Sender {
  const { feed, clock, queueBytes } = tools;
  // Subscriptions that differ only in their end share what is chosen.
  const wishes: Wishes = { ...view.wishes, expiresAtMs: Number.POSITIVE_INFINITY };
  const isDue = ({ sequence, createdAtMs }: FeedRow): boolean =>
    sequence > view.sendAfter && createdAtMs <= view.wishes.expiresAtMs;
  let told: ToldProgress = [];
  let at = view.chooseAfter;
  let isSending = false;
  let blockedSinceMs: number | undefined;

  const isOpen = (): boolean => socket.readyState === socket.OPEN;

  /** Sends one row, unless it is nothing to this peer; a promise when the peer has to take it before the next. */
  const send = (row: FeedRow): Promise<void> | undefined => {
    const { told: toldNow, message } = row.choose(wishes, told);
    told = toldNow;
    at = row.sequence;
    if (message === undefined || !isDue(row)) return undefined;
    let onTaken = (): void => {};
    socket.send(message, { binary: false }, () => onTaken());
    if (socket.bufferedAmount <= queueBytes) return undefined;
    return new Promise((resolve) => {
      onTaken = resolve;
    });
  };

  const sendPage = async (rows: readonly FeedRow[]): Promise<void> => {
    for (const row of rows) {
      if (!isOpen()) return;
      const taken = send(row);
      if (taken === undefined) continue;
      blockedSinceMs = clock.now();
      await taken;
      blockedSinceMs = undefined;
    }
  };

  const sendAll = async (): Promise<void> => {
    let rows = feed.after(at);
    while (rows.length > 0 && isOpen()) {
      await sendPage(rows);
      rows = feed.after(at);
      // Others have their turn before the next page.
      if (rows.length > 0) await clock.sleep(0);
    }
    if (isOpen()) tools.onCaughtUp();
  };

  const run = async (): Promise<void> => {
    isSending = true;
    try {
      await sendAll();
    } catch (failure) {
      tools.onFailure(failure);
    } finally {
      // At once with the last look at the feed: a call between the two would be lost.
      isSending = false;
    }
  };

  return {
    pump: () => {
      if (!isSending && isOpen()) void run();
    },
    blockedMs: () => (blockedSinceMs === undefined ? 0 : clock.now() - blockedSinceMs),
  };
}

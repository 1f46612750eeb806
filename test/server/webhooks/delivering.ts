import type { SubscribeRequest } from '../../../src/contract/index.js';
import type { Store } from '../../../src/server/store/port.js';
import type { StoredSubscription, SubscriptionRecord } from '../../../src/server/store/records.js';
import { openStore } from '../../../src/server/store/sqlite/open-store.js';
import type { Until } from '../../../src/server/webhooks/deliver-to.js';
import { createDeliverer, type Deliverer } from '../../../src/server/webhooks/deliverer.js';
import type { Outcome, Send } from '../../../src/server/webhooks/send.js';
import type { FakeClock } from '../../helpers/fake-clock.js';
import { createTracking, guid, type Tracking } from '../tracking.js';

/** A secret that is right, and no secret. */
export const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

/** Jobs, subscriptions to them, and a deliverer on a clock of its own. */
export interface Delivering extends Tracking {
  /** What the server's log says. */
  failures: string[];
  /** Subscribes to job 1. */
  subscribe(fields?: Partial<SubscriptionRecord>): void;
  /** How a subscription to a job stands; `undefined` once it is gone. */
  subscription(id?: string, number?: number): StoredSubscription | undefined;
  /** Ends and starts stage after stage of a job, so that so many events are in its outbox. */
  happen(events: number, number?: number): void;
  /** Delivers until nothing more is to be done, or until a condition holds, which is asked when anything was stored. */
  deliver(send: Send, isOver?: () => boolean, random?: () => number): Promise<void>;
  /** Delivers until the test aborts one of the signals. */
  start(send: Send, until: Until): { ended: Promise<void>; wake: () => void };
}

/** One running job, of which nothing was told yet. */
export function createDelivering(store: Store = openStore({ file: ':memory:' })): Delivering {
  const failures: string[] = [];
  let stop = new AbortController();
  let isOver = (): boolean => false;
  const watched: Store = {
    ...store,
    settle: (id, delivery) => {
      const isThere = store.settle(id, delivery);
      if (isOver()) stop.abort();
      return isThere;
    },
  };
  const tracking = createTracking({ store: watched });
  const { clock } = tracking;
  const deliverer = (send: Send, random = (): number => 0.5): Deliverer =>
    createDeliverer({
      store: watched,
      clock,
      random,
      send,
      onFailure: (failure) => failures.push((failure as Error).message),
    });
  let stages = 0;
  const delivering: Delivering = {
    ...tracking,
    failures,
    subscribe: (fields = {}) => {
      const createdAtMs = clock.now();
      store.addSubscription({
        id: 'sub-1',
        jobId: guid(1),
        type: 'webhook',
        webhookUrl: 'https://example.com/hook?key=k',
        events: ['stageStarted', 'stageCompleted'] satisfies SubscribeRequest['events'],
        includeDebugEvents: false,
        notifyOnErrors: true,
        secret: SECRET,
        createdAtMs,
        expiresAtMs: createdAtMs + 8 * 3_600_000,
        ...fields,
      });
    },
    subscription: (id = 'sub-1', number = 1) =>
      store.subscriptions(guid(number)).find((one) => one.id === id),
    happen: (events, number = 1) => {
      for (let done = 0; done < events; done += 1) {
        const state = stages % 2 === 0 ? 'started' : 'completed';
        const stageName = `stage ${Math.floor(stages / 2)}`;
        stages += 1;
        tracking.report(number, { reportId: `stage ${stages}`, type: 'stage', stageName, state });
      }
    },
    deliver: async (send, condition = () => isIdle(store, clock), random) => {
      stop = new AbortController();
      isOver = condition;
      const cut = new AbortController().signal;
      await deliverer(send, random).run({ stop: stop.signal, cut });
    },
    start: (send, until) => {
      const { run, wake } = deliverer(send);
      return { ended: run(until), wake };
    },
  };
  delivering.register(1);
  return delivering;
}

const isIdle = (store: Store, clock: FakeClock): boolean =>
  store.dueDeliveries(clock.now(), 1).length === 0 && store.nextDueMs(clock.now()) === undefined;

export const answered = (status: number, retryAfterMs?: number): Outcome => ({
  kind: 'answered',
  status,
  retryAfterMs,
});

/** Answers every attempt as `outcomeOf` says, which is told how many there were before; keeps what was sent. */
export function fakeSend(outcomeOf: (before: number) => Outcome | Promise<Outcome>): {
  send: Send;
  sent: { id: string; sequence: number; headers: Readonly<Record<string, string>>; url: string }[];
} {
  const sent: ReturnType<typeof fakeSend>['sent'] = [];
  return {
    sent,
    send: async (url, { headers, body }) => {
      const { id, sequence } = JSON.parse(body) as { id: string; sequence: number };
      sent.push({ id, sequence, headers, url: url.href });
      return await outcomeOf(sent.length - 1);
    },
  };
}

import { describe, expect, test } from 'vitest';
import type { Store } from '../../../../src/server/store/port.js';
import type {
  DeliveryRecord,
  OutboxRecord,
  StoredSubscription,
  SubscriptionRecord,
} from '../../../../src/server/store/records.js';
import { changes, exampleJob, jobNumbered, startMs } from '../records.js';
import { codeOf, type Open, sequences, withExample } from './asking.js';

const { id } = exampleJob;

const subscription: SubscriptionRecord = {
  id: 's1',
  jobId: id,
  type: 'webhook',
  webhookUrl: 'https://example.com/hook',
  events: ['jobCompleted'],
  includeDebugEvents: false,
  notifyOnErrors: true,
  secret: 'whsec_c2VjcmV0',
  createdAtMs: startMs,
  expiresAtMs: startMs + 1_000,
};

const nothingYet: DeliveryRecord = {
  settledSequence: 0,
  told: [],
  delivered: 0,
  givenUp: 0,
  attempts: 0,
};

let outboxIds = 0;

/** Adds rows to the outbox of a job, `afterMs` after the start. */
function tell(store: Store, count: number, afterMs = 0, jobId = id): void {
  const outbox = Array.from({ length: count }, (): Omit<OutboxRecord, 'sequence'> => {
    outboxIds += 1;
    return {
      id: `event ${outboxIds}`,
      jobId,
      event: 'warning',
      createdAtMs: startMs + afterMs,
      body: {},
    };
  });
  store.apply(changes({ ...exampleJob, id: jobId }, { outbox }));
}

const ids = (found: readonly StoredSubscription[]): string[] => found.map((one) => one.id);

export function describeSubscriptions(open: Open): void {
  describe('subscriptions', () => {
    test('are kept with their secrets, and start behind what is in the outbox', () => {
      const store = withExample(open);
      tell(store, 3);
      store.addSubscription(subscription);
      expect(store.subscriptions(id)).toEqual([
        { ...subscription, startSequence: 3, delivery: { ...nothingYet, settledSequence: 3 } },
      ]);
      expect(codeOf(() => store.addSubscription({ ...subscription, jobId: 'none' }))).toBe(
        'JOB_NOT_FOUND',
      );
    });

    test('are gone when they are taken away, whatever was to be delivered to them', () => {
      const store = withExample(open);
      store.addSubscription(subscription);
      tell(store, 1);
      expect(store.removeSubscription(jobNumbered(2).id, 's1')).toBe(false);
      expect(store.removeSubscription(id, 's2')).toBe(false);
      expect(store.removeSubscription(id, 's1')).toBe(true);
      expect([store.subscriptions(id), store.dueDeliveries(startMs + 9, 9)]).toEqual([[], []]);
      expect(store.settle('s1', nothingYet)).toBe(false);
    });

    test('say whether anybody wants to hear of debug entries, as long as they hold', () => {
      const store = withExample(open);
      store.addSubscription(subscription);
      expect(store.isDebugWanted(id, startMs)).toBe(false);
      store.addSubscription({ ...subscription, id: 's2', includeDebugEvents: true });
      expect(store.isDebugWanted(id, startMs + 1_000)).toBe(true);
      expect(store.isDebugWanted(id, startMs + 1_001)).toBe(false);
      expect(store.isDebugWanted(jobNumbered(2).id, startMs)).toBe(false);
      store.settle('s2', { ...nothingYet, disabledAtMs: startMs, disabledReason: 'gone' });
      expect(store.isDebugWanted(id, startMs)).toBe(false);
    });
  });

  describe('deliveries', () => {
    const withSubscription = (): Store => {
      const store = withExample(open);
      store.addSubscription(subscription);
      return store;
    };

    test('are due as soon as there is something in the outbox, and no more when it is settled', () => {
      const store = withSubscription();
      expect(store.dueDeliveries(startMs + 9, 9)).toEqual([]);
      tell(store, 2, 5);
      expect(store.dueDeliveries(startMs + 4, 9)).toEqual([]);
      expect(store.nextDueMs(startMs + 4)).toBe(startMs + 5);
      const [due] = store.dueDeliveries(startMs + 5, 9);
      expect(due).toEqual({
        ...subscription,
        startSequence: 0,
        delivery: { ...nothingYet, dueAtMs: startMs + 5 },
      });
      expect(store.settle('s1', { ...nothingYet, settledSequence: 2, delivered: 2 })).toBe(true);
      expect(store.dueDeliveries(startMs + 9, 9)).toEqual([]);
      expect(store.nextDueMs(0)).toBe(undefined);
      tell(store, 1, 7);
      expect(ids(store.dueDeliveries(startMs + 9, 9))).toEqual(['s1']);
    });

    test('are kept as they stand', () => {
      const store = withSubscription();
      const delivery: DeliveryRecord = {
        settledSequence: 4,
        told: [['Load', 12.5]],
        delivered: 3,
        givenUp: 1,
        attempts: 2,
        dueAtMs: startMs + 300_000,
        failingSinceMs: startMs + 5,
        lastFailure: 'HTTP 500',
      };
      store.settle('s1', delivery);
      expect(store.subscriptions(id)[0]?.delivery).toEqual(delivery);
      const disabled = { ...nothingYet, disabledAtMs: startMs, disabledReason: 'gone' } as const;
      store.settle('s1', disabled);
      expect(store.subscriptions(id)[0]?.delivery).toEqual(disabled);
    });

    test('that wait for their next attempt go on waiting when something new comes', () => {
      const store = withSubscription();
      tell(store, 1);
      store.settle('s1', { ...nothingYet, attempts: 1, dueAtMs: startMs + 500 });
      tell(store, 1, 10);
      expect(store.dueDeliveries(startMs + 499, 9)).toEqual([]);
      expect(ids(store.dueDeliveries(startMs + 500, 9))).toEqual(['s1']);
    });

    test('are those that wait longest first, of all jobs', () => {
      const store = withSubscription();
      const other = jobNumbered(2);
      store.addJob(other, []);
      store.addSubscription({ ...subscription, id: 's2', jobId: other.id });
      store.addSubscription({ ...subscription, id: 's3', jobId: other.id });
      tell(store, 1, 2);
      tell(store, 1, 1, other.id);
      store.settle('s3', { ...nothingYet, dueAtMs: startMs });
      const due = store.dueDeliveries(startMs + 9, 9);
      expect(due.map((one) => [one.id, one.jobId])).toEqual([
        ['s3', other.id],
        ['s2', other.id],
        ['s1', id],
      ]);
      expect(ids(store.dueDeliveries(startMs + 9, 2))).toEqual(['s3', 's2']);
    });

    test('are neither of sockets, nor of what was disabled or has expired', () => {
      const store = withExample(open);
      store.addSubscription({ ...subscription, id: 'socket', type: 'websocket' });
      store.addSubscription({ ...subscription, id: 'disabled' });
      store.addSubscription({ ...subscription, id: 'expired', expiresAtMs: startMs + 4 });
      store.settle('disabled', {
        ...nothingYet,
        disabledAtMs: startMs,
        disabledReason: 'failing',
      });
      tell(store, 1, 5);
      expect(store.dueDeliveries(startMs + 9_999, 9)).toEqual([]);
    });

    test('are found by their id, each at its own job', () => {
      const store = withExample(open);
      const other = jobNumbered(1, {});
      store.addJob(other, []);
      store.addSubscription(subscription);
      expect(store.subscription(id, 's1')).toEqual(store.subscriptions(id)[0]);
      expect(store.subscription(other.id, 's1')).toBeUndefined();
      expect(store.subscription(id, 's2')).toBeUndefined();
    });

    test('go with their job', () => {
      const store = open();
      const job = jobNumbered(1, { status: 'Completed', endedAtMs: startMs });
      store.addJob(job, []);
      store.addSubscription({ ...subscription, jobId: job.id });
      tell(store, 1, 0, job.id);
      store.apply(changes(job));
      store.prune({ endedBeforeMs: startMs + 1, keep: 9 });
      expect(store.dueDeliveries(startMs + 9, 9)).toEqual([]);
      expect(store.settle('s1', nothingYet)).toBe(false);
    });
  });

  test('the outbox is read a piece at a time where that is asked for', () => {
    const store = withExample(open);
    tell(store, 5);
    expect(sequences(store.outbox(id, 1, 3))).toEqual([2, 3, 4]);
  });

  test('the outbox knows its newest number', () => {
    const store = withExample(open);
    expect(store.outboxSequence(id)).toBe(0);
    tell(store, 5);
    expect(store.outboxSequence(id)).toBe(5);
    expect(store.outboxSequence('nobody')).toBe(0);
  });
}

import type { Clock } from '../../ports/clock.js';
import type { Store } from '../store/port.js';
import { createAlarm } from './alarm.js';
import { type DeliveryTools, deliverTo, type Until } from './deliver-to.js';

/** What events are delivered with. */
export interface DelivererOptions extends DeliveryTools {
  store: DeliveryTools['store'] & Pick<Store, 'dueDeliveries' | 'nextDueMs'>;
  clock: Clock;
  /** How many subscriptions are delivered to at a time. */
  parallelMax?: number;
}

/** Brings events of the outbox to webhooks. */
export interface Deliverer {
  /** Looks at once whether there is something new. */
  wake(): void;
  /**
   * Delivers until `stop` is aborted, and then waits for the attempts that are under way; `cut` ends those as well. What
   * was cut has not happened: it is sent again by the next one who runs.
   */
  run(until: Until): Promise<void>;
}

/** Receivers that time out take up a place for as long as that: enough places that others do not notice. */
const PARALLEL_MAX = 64;

/** After a failure of the server itself, such as a full disk. */
const PAUSE_MS = 10_000;

/** A machine that was asleep, or whose clock was set, is noticed this soon. */
const LOOK_EVERY_MS = 300_000;

/**
 * Every event is delivered at least once, and those of one subscription one after another, in their order: the next one is
 * sent when the one before was taken, or was given up. How far each subscription is, and when its next attempt is due, is
 * in the store alone, so a restart changes nothing.
 */
export function createDeliverer(options: DelivererOptions): Deliverer {
  const { store, clock, onFailure, parallelMax = PARALLEL_MAX } = options;
  const alarm = createAlarm(clock);
  const busy = new Map<string, Promise<void>>();

  const startDue = (until: Until): void => {
    if (busy.size >= parallelMax) return;
    for (const subscription of store.dueDeliveries(clock.now(), parallelMax + busy.size)) {
      const { id } = subscription;
      if (busy.size >= parallelMax || busy.has(id)) continue;
      const ended = deliverTo(subscription, until, options)
        .catch(async (failure: unknown) => {
          onFailure(failure);
          await clock.sleep(PAUSE_MS, until.stop).catch(() => {});
        })
        .finally(() => {
          busy.delete(id);
          alarm.ring();
        });
      busy.set(id, ended);
    }
  };

  /** How long there is nothing to do: until something is due, unless the alarm is rung before. */
  const untilNextMs = (): number | undefined => {
    const nowMs = clock.now();
    const nextMs = store.nextDueMs(nowMs);
    return nextMs === undefined ? undefined : Math.min(nextMs - nowMs, LOOK_EVERY_MS);
  };

  const startAndPlan = (until: Until): number | undefined => {
    try {
      startDue(until);
      return untilNextMs();
    } catch (failure) {
      onFailure(failure);
      return PAUSE_MS;
    }
  };

  return {
    wake: alarm.ring,
    run: async (until) => {
      until.stop.addEventListener('abort', alarm.ring, { once: true });
      while (!until.stop.aborted) await alarm.wait(startAndPlan(until));
      await Promise.all(busy.values());
    },
  };
}

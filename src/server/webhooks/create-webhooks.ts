import type { Clock } from '../../ports/clock.js';
import type { Store } from '../store/port.js';
import { createDeliverer } from './deliverer.js';
import { systemResolve } from './guard/checked-lookup.js';
import type { Guard } from './guard/guard.js';
import { createGuardedAgent } from './guard/guarded-agent.js';
import { createSend } from './send.js';

/** What webhooks are delivered with. */
export interface WebhooksOptions {
  store: Pick<Store, 'dueDeliveries' | 'nextDueMs' | 'outbox' | 'settle'>;
  clock: Clock;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  guard: Guard;
  onFailure: (failure: unknown) => void;
}

/** The webhooks of a server, being delivered. */
export interface Webhooks {
  /** Looks at once whether there is something new. */
  wake(): void;
  /** Begins no more attempts; those that are under way have `graceMs` to end, and are made again by the next server. */
  close(graceMs: number): Promise<void>;
}

/** Begins to deliver what is due, and goes on until it is closed. */
export function startWebhooks({ guard, ...options }: WebhooksOptions): Webhooks {
  const { clock } = options;
  const agent = createGuardedAgent(guard, systemResolve);
  const deliverer = createDeliverer({ ...options, send: createSend(agent, clock) });
  const [stop, cut] = [new AbortController(), new AbortController()];
  const running = deliverer.run({ stop: stop.signal, cut: cut.signal });
  return {
    wake: deliverer.wake,
    close: async (graceMs) => {
      stop.abort();
      const over = new AbortController();
      const grace = clock.sleep(graceMs, over.signal).catch(() => {});
      await Promise.race([running, grace]).finally(() => over.abort());
      cut.abort();
      await running;
      await agent.destroy();
    },
  };
}

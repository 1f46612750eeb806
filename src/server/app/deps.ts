import type { Clock } from '../../ports/clock.js';
import type { ChangeBell } from '../events/changes.js';
import type { Answers, Tracker } from '../ports.js';
import type { Store } from '../store/port.js';
import type { Guard } from '../webhooks/guard/guard.js';
import type { ConnectionLimits } from './limits.js';

/** Who may ask, for what, and under which name of this server. */
export interface Access {
  /** The bearer token that every request has to bring. */
  token: string;
  /** The ids of the one project that is served; GUIDs. */
  tenant: string;
  project: string;
  /**
   * Host names that are this server's beside its loopback names, such as `jobs.example.com` (at any port) or
   * `jobs.example.com:8443`.
   */
  hosts: readonly string[];
}

/** Everything that the HTTP side of the server is made from. */
export interface AppDeps {
  answers: Answers;
  tracker: Tracker;
  store: Pick<
    Store,
    'job' | 'addSubscription' | 'outboxSequence' | 'removeSubscription' | 'subscriptions'
  >;
  access: Access;
  clock: Clock;
  /** Rung when a job has changed: answers that are held back may be due then. */
  bell: Pick<ChangeBell, 'onChange'>;
  /** Aborted when the server is to end: no answer is held back any longer. */
  stopping: AbortSignal;
  /** A new id for every request, for its `x-request-id`. */
  requestId: () => string;
  /** A new GUID for every subscription. */
  subscriptionId: () => string;
  /** A new secret for signing, as Standard Webhooks writes it: `whsec_` and 24 to 64 random bytes in base64. */
  subscriptionSecret: () => string;
  /** Told of each subscription that was taken away. */
  onUnsubscribed?: (subscriptionId: string) => void;
  /** Whom webhooks may call. */
  guard: Pick<Guard, 'refusesAtSight'>;
  /** Told of every failure that a caller is shown a 5xx for. */
  onFailure: (failure: unknown, requestId: string) => void;
  /** Other limits than the usual ones. */
  limits?: Partial<ConnectionLimits>;
}

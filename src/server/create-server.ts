import type { FastifyInstance } from 'fastify';
import type { Clock } from '../ports/clock.js';
import { createAnswers } from './answers/create-answers.js';
import { createApp } from './app/create-app.js';
import type { Access } from './app/deps.js';
import type { ConnectionLimits } from './app/limits.js';
import { createChangeBell } from './events/changes.js';
import { createMachineLoad } from './machine-load.js';
import type { MachineLoad } from './ports.js';
import { createSockets } from './sockets/create-sockets.js';
import type { SocketLimits } from './sockets/limits.js';
import { openStore } from './store/sqlite/open-store.js';
import { createTracker } from './tracker.js';
import { startWebhooks, type Webhooks } from './webhooks/create-webhooks.js';
import { createGuard } from './webhooks/guard/guard.js';

const TICK_EVERY_MS = 1_000;

/** What a server is made from. */
export interface ServerOptions {
  /** Where everything is kept: a path, or `:memory:`. */
  file: string;
  access: Access;
  clock: Clock;
  /** A new GUID. */
  newId: () => string;
  /** A new secret for signing webhooks: `whsec_` and 24 to 64 random bytes in base64. */
  newSecret: () => string;
  /** How many jobs may run at a time; any number, if left out. */
  maxRunning?: number | undefined;
  /** How long finished jobs are kept, and how many; see the tracker for what holds if left out. */
  keep?: { days: number; jobs: number };
  /** How busy the machine is; this one, if left out. */
  load?: MachineLoad;
  limits?: Partial<ConnectionLimits>;
  socketLimits?: Partial<SocketLimits>;
  /** Whether webhooks may call addresses of this machine. */
  allowsLoopbackWebhooks?: boolean;
  /** For the jitter of webhooks: a number from 0 up to, not including, 1. Default `Math.random`. */
  random?: () => number;
  /** Told of what broke in the server itself: with the id of the request, or without one in what time alone does. */
  onFailure: (failure: unknown, requestId?: string) => void;
}

/** A whole server that does not listen yet. */
export interface EmbeddedServer {
  app: FastifyInstance;
  /** Does what time alone changes, once. */
  tick(): void;
  /** Does so every second until `signal` is aborted. A failure, such as a full disk, is told and tried again. */
  keepTicking(signal: AbortSignal): Promise<void>;
  /** Gives all answers that are held back, and holds none back from now on. To be called before the end. */
  release(): void;
  /** Delivers webhooks, from now until the answer is closed; to be called once. */
  startDelivering(): Pick<Webhooks, 'close'>;
  /** Sends the sockets away: the server is about to close. */
  goAway(): void;
  /** Ends the app and then closes the store. To be called after the ticking was ended. */
  close(): Promise<void>;
}

/**
 * Puts store, tracker, answers and HTTP together. Throws JobtrackError STORE_REFUSED when the file can't be used.
 */
export function createEmbeddedServer(options: ServerOptions): EmbeddedServer {
  const { file, access, clock, newId, newSecret, maxRunning, keep, limits, onFailure } = options;
  const store = openStore({ file });
  const bell = createChangeBell(onFailure);
  const stopping = new AbortController();
  const guard = createGuard({ allowsLoopback: options.allowsLoopbackWebhooks ?? false });
  const tracker = createTracker({
    store,
    clock,
    newId,
    bell,
    ...(maxRunning === undefined ? {} : { maxRunning }),
    ...(keep === undefined ? {} : { keep }),
  });
  const app = createApp({
    answers: createAnswers({
      store,
      clock,
      load: options.load ?? createMachineLoad(clock),
      maxRunning,
    }),
    tracker,
    store,
    access,
    clock,
    bell,
    stopping: stopping.signal,
    requestId: newId,
    subscriptionId: newId,
    subscriptionSecret: newSecret,
    guard,
    onUnsubscribed: (subscriptionId) => sockets.drop(subscriptionId),
    onFailure,
    ...(limits === undefined ? {} : { limits }),
  });
  const sockets = createSockets({
    server: app.server,
    store,
    bell,
    access,
    clock,
    requestId: newId,
    onFailure,
    limits: options.socketLimits,
  });
  const tick = (): void => {
    try {
      tracker.tick();
    } finally {
      // A full disk is no reason to forget who is connected.
      sockets.tick();
    }
  };
  return {
    app,
    tick,
    keepTicking: (signal) => keepTicking(tick, clock, signal, onFailure),
    startDelivering: () => {
      const { random = Math.random } = options;
      const webhooks = startWebhooks({ store, clock, random, guard, onFailure });
      bell.onAnyChange(webhooks.wake);
      return webhooks;
    },
    release: () => stopping.abort(),
    goAway: () => sockets.goAway(),
    close: async () => {
      stopping.abort();
      await app.close();
      store.close();
    },
  };
}

async function keepTicking(
  tick: () => void,
  clock: Clock,
  signal: AbortSignal,
  onFailure: (failure: unknown) => void,
): Promise<void> {
  while (await isTimeToTick(clock, signal)) {
    try {
      tick();
    } catch (failure) {
      onFailure(failure);
    }
  }
}

/** False when the waiting was ended by `signal`. */
async function isTimeToTick(clock: Clock, signal: AbortSignal): Promise<boolean> {
  try {
    await clock.sleep(TICK_EVERY_MS, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

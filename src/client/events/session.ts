import { isFinal, statuses } from '../../contract/index.js';
import type { JobEvent } from '../../domain/events/job-event.js';
import type { Clock } from '../../ports/clock.js';
import { systemClock } from '../transport/system-clock.js';
import type { Client, NoSocketReason } from '../types.js';
import { createPoll } from './poll.js';
import { createTold, type Told } from './told.js';
import { isPassing } from './trouble.js';
import type { JobEventsOptions } from './types.js';

/** A subscription to be told by a socket. */
export interface Held {
  id: string;
  /** Where its socket is. */
  address: string;
  /** How long it can be used before it should be replaced, in milliseconds; not known where it does not say. */
  renewInMs: number | undefined;
  /** Whether its socket was ever open. */
  isProven: boolean;
}

/** Everything that is known while a job's events are followed. */
export interface Session {
  readonly client: Client;
  readonly jobId: string;
  readonly options: JobEventsOptions;
  /** Looks at the job again and again. */
  readonly poll: (signal: AbortSignal) => AsyncIterable<JobEvent>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly told: Told;
  /** The subscription that is used. */
  held: Held | undefined;
  /** Since when events are told of, by the server's clock. */
  sinceMs: number | undefined;
  /** How often in a row something came that is no event. */
  misunderstood: number;
  isConnectedBefore: boolean;
}

/** How following by sockets ends. */
export type Ending =
  | { kind: 'ended'; status?: string }
  | { kind: 'no-socket'; reason: NoSocketReason };

/** Nothing is known yet. */
export function createSession(client: Client, jobId: string, options: JobEventsOptions): Session {
  const { clock = systemClock, random = Math.random } = options;
  return {
    client,
    jobId,
    options,
    poll: options.poll ?? createPoll(client, jobId, options),
    clock,
    random,
    told: createTold(),
    held: undefined,
    sinceMs: undefined,
    misunderstood: 0,
    isConnectedBefore: false,
  };
}

/** What is handed to every call. */
export const callOptions = ({ options: { signal } }: Session): { signal?: AbortSignal } =>
  signal === undefined ? {} : { signal };

/** The end of a job with the status that it ended with, as far as that is a word. */
export const endedWith = (status: unknown): Ending => ({
  kind: 'ended',
  ...(typeof status === 'string' ? { status: statuses.canonical(status) ?? status } : {}),
});

/**
 * Asks how the job is: how it ended, or `undefined` while it goes on. Rejects where the job is not there, or may not be
 * asked about.
 */
export async function askForEnd(session: Session): Promise<Ending | undefined> {
  const { body } = await session.client.progress(session.jobId, callOptions(session));
  return isFinal(body.status) ? endedWith(body.status) : undefined;
}

/** The end of a job that is known to have ended: with its status, if that can be learnt. */
export async function learnEnd(session: Session): Promise<Ending> {
  try {
    return (await askForEnd(session)) ?? { kind: 'ended' };
  } catch (error) {
    if (isPassing(error)) return { kind: 'ended' };
    throw error;
  }
}

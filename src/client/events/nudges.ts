import { socketCloses } from '../../contract/index.js';
import type { Clock } from '../../ports/clock.js';
import type { TextSocket } from '../text-socket.js';
import type { Client } from '../types.js';
import { backoffMs, HEALTHY_MS } from './backoff.js';
import { isPassing, retryAfterOf } from './trouble.js';

/** What nudges are made with. */
export interface NudgesOptions {
  client: Pick<Client, 'openSocket'>;
  /** The address that an answer names, `eventsUrl`. */
  eventsUrl: string;
  clock: Clock;
  random: () => number;
}

/**
 * Calls `nudge` whenever something happens to a job, for somebody who looks at it anyway: what can't be had by a socket
 * is not told at all. It connects again as long as that may help, says nothing of failures, and ends with `signal`.
 */
export function nudgesFrom(
  options: NudgesOptions,
): (nudge: () => void, signal: AbortSignal) => void {
  return (nudge, signal) => void nudgeUntil(options, nudge, signal).catch(() => {});
}

async function nudgeUntil(
  { client, eventsUrl, clock, random }: NudgesOptions,
  nudge: () => void,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    const startMs = clock.now();
    const waitMs = await nudgeOnce({ client, eventsUrl }, nudge, signal);
    if (waitMs === undefined) return;
    if (clock.now() - startMs >= HEALTHY_MS) failures = 0;
    await clock.sleep(backoffMs(failures, random(), waitMs), signal);
  }
}

/** One connection. The least to wait before the next one, in milliseconds; `undefined` when another one is of no use. */
async function nudgeOnce(
  { client, eventsUrl }: Pick<NudgesOptions, 'client' | 'eventsUrl'>,
  nudge: () => void,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const opening = await client.openSocket(eventsUrl, { signal });
    return opening.kind === 'open' ? await nudgeUntilEnd(opening.socket, nudge) : undefined;
  } catch (error) {
    return isPassing(error) ? (retryAfterOf(error) ?? 0) : undefined;
  }
}

async function nudgeUntilEnd(socket: TextSocket, nudge: () => void): Promise<number | undefined> {
  try {
    // What happened before it was open was not heard of.
    do nudge();
    while ((await socket.next()) !== undefined);
    return socket.end().code === socketCloses.final ? undefined : 0;
  } finally {
    socket.close();
  }
}

import type { Subscription } from '../../contract/index.js';
import { instant } from '../../domain/instant.js';
import { isJobtrackError } from '../../errors/index.js';
import type { Answer, NoSocketReason } from '../types.js';
import { backoffMs } from './backoff.js';
import { askForEnd, type Held, type Session } from './session.js';
import { isPassing, retryAfterOf } from './trouble.js';

/** The most that a new subscription is made ahead of the end of the old one, in milliseconds. */
const MARGIN_MS = 60_000;

/** A subscription that holds for less is not replaced ahead of its end. */
const RENEW_LEAST_MS = 1_000;

/** How long it may take to take a subscription away, in milliseconds. */
const LEAVE_MS = 1_000;

type Subscribed = Held | { kind: 'no-socket'; reason: NoSocketReason };

/**
 * Subscribes to be told by a socket. Never tried again by itself: whoever is left without an answer may be subscribed.
 * Rejects for what is no matter of sockets.
 */
export async function subscribe(
  session: Session,
  signal = session.options.signal,
): Promise<Subscribed> {
  const { client, jobId, options, told } = session;
  const { events, filters } = options;
  const request = {
    subscriptionType: 'websocket' as const,
    ...(events === undefined ? {} : { events }),
    ...(filters === undefined ? {} : { filters }),
  };
  try {
    const answer = await client.subscribe(jobId, request, signal === undefined ? {} : { signal });
    const { sequence, createdAt } = answer.body;
    if (sequence != null) told.startAt(sequence);
    session.sinceMs ??= instant(createdAt) ?? answer.serverTimeMs;
    return toHeld(session, answer) ?? { kind: 'no-socket', reason: 'not-offered' };
  } catch (error) {
    return { kind: 'no-socket', reason: await whyNot(session, error) };
  }
}

function toHeld(session: Session, { body, serverTimeMs }: Answer<Subscription>): Held | undefined {
  const { subscriptionId: id, websocketUrl: address } = body;
  if (address == null) return undefined;
  const nowMs = instant(body.createdAt) ?? serverTimeMs ?? session.clock.now();
  const holdsMs = (instant(body.expiresAt) ?? Number.NaN) - nowMs;
  const renewInMs = holdsMs - Math.min(MARGIN_MS, holdsMs / 10);
  return {
    id,
    address,
    renewInMs: renewInMs >= RENEW_LEAST_MS ? renewInMs : undefined,
    isProven: false,
  };
}

/** Why there is no socket, when an error says so; else the error is thrown. */
async function whyNot(session: Session, error: unknown): Promise<NoSocketReason> {
  if (!isJobtrackError(error)) throw error;
  const { code, status } = error;
  if (status === 405 || status === 501) return 'not-offered';
  if (code === 'BODY_NOT_UNDERSTOOD') return 'not-understood';
  // It has as many subscriptions as it takes.
  if (code === 'REQUEST_REFUSED' && status === 409) return 'refused';
  if (code !== 'NOT_FOUND') throw error;
  // It may be the job that is not there: then this says so.
  await askForEnd(session);
  return 'not-offered';
}

/**
 * Replaces a subscription ahead of its end: `onRenewed` is called when another one is held. What goes wrong with that
 * is left to be found out when the old one ends. The returned function ends it.
 */
export function renewInTime(session: Session, held: Held, onRenewed: () => void): () => void {
  if (held.renewInMs === undefined) return () => {};
  const stop = new AbortController();
  void renew(session, held, held.renewInMs, stop.signal).then(onRenewed, () => {});
  return () => stop.abort();
}

async function renew(
  session: Session,
  held: Held,
  renewInMs: number,
  signal: AbortSignal,
): Promise<void> {
  const { clock, random } = session;
  await clock.sleep(renewInMs, signal);
  for (let failures = 0; ; failures += 1) {
    const next = await tryToSubscribe(session, signal);
    if ('id' in next) {
      session.held = next;
      void takeAway(session, held);
      return;
    }
    await clock.sleep(backoffMs(failures, random(), next.retryAfterMs), signal);
  }
}

async function tryToSubscribe(
  session: Session,
  signal: AbortSignal,
): Promise<Held | { retryAfterMs: number | undefined }> {
  try {
    const subscribed = await subscribe(session, signal);
    if ('id' in subscribed) return subscribed;
    throw new Error(subscribed.reason);
  } catch (error) {
    if (isPassing(error)) return { retryAfterMs: retryAfterOf(error) };
    throw error;
  }
}

/** Takes the subscription that is held away: nobody reads what it would be told any more. Never rejects. */
export async function leave(session: Session): Promise<void> {
  if (session.held !== undefined) await takeAway(session, session.held);
}

/** Does its best, and not for long. */
async function takeAway({ client, jobId, clock }: Session, { id }: Held): Promise<void> {
  const [answered, late] = [new AbortController(), new AbortController()];
  const limit = clock.sleep(LEAVE_MS, answered.signal).then(
    () => late.abort(),
    () => {},
  );
  const asked = client.unsubscribe(jobId, id, { signal: late.signal }).catch(() => {});
  await Promise.race([asked, limit]);
  answered.abort();
}

import { socketCloses } from '../../contract/index.js';
import { isJobtrackError, type JobtrackError } from '../../errors/index.js';
import { PING_MS } from '../open-socket.js';
import type { SocketEnd, TextSocket } from '../text-socket.js';
import { readEvent } from './read-event.js';
import {
  askForEnd,
  callOptions,
  type Ending,
  endedWith,
  type Held,
  learnEnd,
  type Session,
} from './session.js';
import { renewInTime, subscribe } from './subscribing.js';
import { dataOf } from './told.js';
import { errorOf, isPassing, notUnderstood } from './trouble.js';
import type { JobEventsItem } from './types.js';

/** What came of one connection. */
export type Outcome =
  | Ending
  /** Nothing is wrong: connect at once. */
  | { kind: 'again' }
  /** Wait, and connect. `hadNews`: events came before. */
  | { kind: 'lost'; error: JobtrackError; hadNews: boolean };

/** The close code where the peer gave none (RFC 6455, section 7.4.1). */
const NO_CODE = 1005;

/** So often in a row may something come that is no event. */
const MISUNDERSTOOD_MAX = 3;

/** Opens one socket, with a new subscription where none holds, and tells what comes until it ends. */
export async function* connect(session: Session): AsyncGenerator<JobEventsItem, Outcome> {
  const opened = await open(session);
  if (opened.kind !== 'open') return opened;
  const { socket, held } = opened;
  const stopRenewing = renewInTime(session, held, () => socket.close());
  try {
    yield { kind: 'connected', isAgain: session.isConnectedBefore };
    session.isConnectedBefore = true;
    return yield* read(session, held, socket);
  } finally {
    stopRenewing();
    socket.close();
  }
}

type Opened = { kind: 'open'; socket: TextSocket; held: Held } | Outcome;

async function open(session: Session): Promise<Opened> {
  try {
    const held = session.held ?? (await subscribe(session));
    if ('kind' in held) return held;
    session.held = held;
    return await openHeld(session, held);
  } catch (error) {
    if (isPassing(error)) return { kind: 'lost', error, hadNews: false };
    throw error;
  }
}

async function openHeld(session: Session, held: Held): Promise<Opened> {
  const { client, told, options } = session;
  try {
    const opening = await client.openSocket(resumed(held.address, told.last()), {
      ...callOptions(session),
      ...(options.pingMs === undefined ? {} : { pingMs: options.pingMs }),
    });
    if (opening.kind === 'no-socket') return opening;
    held.isProven = true;
    return { ...opening, held };
  } catch (error) {
    if (!isGone(error)) throw error;
    session.held = undefined;
    // One that was used has expired; one that is new says that it is not the subscription that is not there.
    if (held.isProven) return { kind: 'again' };
    return (await askForEnd(session)) ?? { kind: 'no-socket', reason: 'refused' };
  }
}

const isGone = (error: unknown): boolean =>
  isJobtrackError(error) && (error.status === 404 || error.status === 410);

/** The address at which nothing is told again. */
function resumed(address: string, last: number | undefined): string {
  if (last === undefined || !URL.canParse(address)) return address;
  const url = new URL(address);
  url.searchParams.set('afterSequence', String(last));
  return url.href;
}

async function* read(
  session: Session,
  held: Held,
  socket: TextSocket,
): AsyncGenerator<JobEventsItem, Outcome> {
  let hadNews = false;
  for (let text = await socket.next(); text !== undefined; text = await socket.next()) {
    const event = readEvent(text);
    if (event === undefined) return misread(session, notUnderstood('a message that is none'));
    session.misunderstood = 0;
    if (!session.told.note(event)) continue;
    hadNews = true;
    yield { kind: 'event', event };
    if (event.type === 'jobCompleted') return endedWith(dataOf(event)['status']);
  }
  // The subscription was replaced, and so the socket is to be.
  if (session.held !== held) return { kind: 'again' };
  return judge(session, held, socket.end(), hadNews);
}

/** What the end of a socket means for the job. */
async function judge(
  session: Session,
  held: Held,
  end: SocketEnd,
  hadNews: boolean,
): Promise<Outcome> {
  const error = errorOf(end, held.address, session.options.pingMs ?? PING_MS);
  if (end.cause === 'wrong' || end.cause === 'too-large') return misread(session, error);
  if (end.code === socketCloses.policy) session.held = undefined;
  const isDone = end.code === socketCloses.final || end.code === NO_CODE;
  if (isDone && end.reason === 'final') return learnEnd(session);
  const ended = isDone ? await askForEnd(session) : undefined;
  return ended ?? { kind: 'lost', error, hadNews };
}

/** Something came that is no event: the next connection may be better, but not for ever. */
function misread(session: Session, error: JobtrackError): Outcome {
  session.misunderstood += 1;
  return session.misunderstood < MISUNDERSTOOD_MAX
    ? { kind: 'lost', error, hadNews: false }
    : { kind: 'no-socket', reason: 'not-understood' };
}

import type { Answer, Client } from '../../../src/client/types.js';
import type { Context } from '../../../src/context.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { createEmulator, type Emulator } from '../../helpers/emulator.js';
import {
  answerWith,
  type FakeContext,
  type FakeContextOptions,
  fakeContext,
} from '../../helpers/fake-context.js';
import { createHandClock, type HandClock } from '../../helpers/hand-clock.js';
import { EXAMPLE_NOW_MS } from '../../helpers/look.js';

/** A command's context with a clock that the test moves, and a signal that it can send. */
export interface RefreshContext extends FakeContext {
  clock: HandClock;
  abort: (reason: unknown) => void;
}

/** What a test pins; the client is made with the test's clock. */
export interface RefreshOptions extends Omit<FakeContextOptions, 'client'> {
  client?: (clock: HandClock) => Partial<Client>;
}

export async function refreshContext({
  client,
  ...options
}: RefreshOptions = {}): Promise<RefreshContext> {
  const clock = createHandClock(EXAMPLE_NOW_MS);
  const fake = await fakeContext({ ...options, client: client?.(clock) ?? {} });
  const ending = new AbortController();
  // Half way between the least and the most: the pace that was asked for.
  const context: Context = { ...fake.context, clock, random: () => 0.5, signal: ending.signal };
  return { ...fake, context, clock, abort: (reason) => ending.abort(reason) };
}

/** The same with a terminal emulator as stdout and a keyboard as stdin, below a shell's prompt. */
export async function refreshTerminal(
  columns: number,
  rows: number,
  options: RefreshOptions = {},
): Promise<RefreshContext & { emulator: Emulator }> {
  const fake = await refreshContext({ ...options, look: { terminal: true, ...options.look } });
  const emulator = createEmulator(columns, rows);
  emulator.write('$ jobtrack\n');
  const { io } = fake.context;
  const stdin = { ...io.stdin, isTTY: true };
  fake.context = { ...fake.context, io: { ...io, stdin, stdout: emulator.output } };
  return { ...fake, emulator };
}

/** Answers one after another, the last one for as long as it is asked for; a failure is thrown. */
export function answering<Body extends object>(...bodies: (Body | Error)[]) {
  const askedMs: number[] = [];
  return {
    /** When it was asked, by the test's clock. */
    askedMs,
    /** A method of a client, on a server whose clock is the test's. */
    with: (clock: Pick<HandClock, 'now'>) => async (): Promise<Answer<Body>> => {
      const body = bodies[Math.min(askedMs.length, bodies.length - 1)];
      askedMs.push(clock.now());
      if (body instanceof Error || body === undefined) throw body;
      return { ...answerWith(body), serverTimeMs: clock.now() };
    },
  };
}

export const unreachable = (): JobtrackError =>
  new JobtrackError('NETWORK', {
    origin: 'https://jobs.example.com',
    reason: 'ECONNREFUSED',
    attempts: 1,
  });

export const rateLimited = (retryAfterMs: number): JobtrackError =>
  new JobtrackError('RATE_LIMITED', {
    origin: 'https://jobs.example.com',
    retryAfterMs,
    attempts: 1,
  });

/** A command that is running while the test moves the clock; what it ends with is looked at later. */
export function running<T>(command: Promise<T>): { ended: () => boolean; result: Promise<T> } {
  let hasEnded = false;
  const result = command.finally(() => {
    hasEnded = true;
  });
  result.catch(() => {});
  return { ended: () => hasEnded, result };
}

import { emptyWatch, reduceAll } from '../../domain/events/reduce.js';
import { decide, type UntilRules } from '../../domain/events/verdict.js';
import type { WatchState } from '../../domain/events/watch-state.js';
import { JobtrackError } from '../../errors/index.js';
import { systemClock } from '../transport/system-clock.js';
import { createDoze } from './doze.js';
import { type EndingTools, end, endInTime } from './ending.js';
import { hearEvents } from './hear-events.js';
import type { Telling } from './look.js';
import { createLook } from './look-at.js';
import { createRounds, type Rounds } from './rounds.js';
import { createServerClock } from './server-clock.js';
import type { WatchControls, WatchJobs } from './types.js';

/** A look every two seconds at nothing but the progress, which nobody turns. */
const steadyControls: WatchControls = {
  intervalMs: () => 2000,
  isPaused: () => false,
  panels: () => new Set(),
  logLevel: () => undefined,
  onChange: () => () => {},
};

/** Watches jobs; see {@link WatchJobs}. */
export const watchJobs: WatchJobs = async function* watchJobs(options) {
  const { signal } = options;
  const { controls = steadyControls, clock = systemClock, random = Math.random } = options;
  signal?.throwIfAborted();
  let watch = emptyWatch(distinct(options.jobIds));
  const state = (): typeof watch => watch;
  const serverClock = createServerClock(clock);
  const doze = createDoze(clock);
  const over = new AbortController();
  const hearing = { clock, random, nudge: doze.stir, signal: over.signal };
  const isHearing = isOfOne(watch) && options.nudges === undefined;
  const client = isHearing ? hearEvents(options.client, hearing) : options.client;
  const rounds = createRounds({
    look: createLook({ ...options, client, controls, clock, random }, serverClock, state),
    doze,
    controls,
    clock,
    serverClock,
    random,
    endMs: clock.now() + (options.timeoutMs ?? Number.POSITIVE_INFINITY),
    comesByMs: clock.now() + (options.waitForStartMs ?? 0),
    state,
    signal,
  });
  const { until = 'all', failFast = false } = options;
  const stopListening = controls.onChange(doze.stir);
  options.nudges?.(doze.stir, over.signal);
  try {
    const ending = { client, serverClock, state, clock, random, signal };
    for await (const events of eventsOf(rounds, ending, { until, failFast })) {
      watch = reduceAll(watch, events);
      yield* events;
    }
  } finally {
    stopListening();
    over.abort();
  }
};

/** Of several jobs a batch tells, and no socket. */
const isOfOne = ({ jobs }: WatchState): boolean => jobs.length === 1;

/** Every job once, however its id is spelled. */
function distinct(jobIds: readonly string[]): string[] {
  if (jobIds.length === 0) {
    const facts = { name: 'jobIds', value: '', allowed: { kind: 'guid' } } as const;
    throw new JobtrackError('INVALID_VALUE', facts);
  }
  const seen = new Set<string>();
  return jobIds.filter((id) => seen.size < seen.add(id.toLowerCase()).size);
}

/** Round after round, until the rules allow a verdict or time is up. The last event is the verdict. */
async function* eventsOf(rounds: Rounds, ending: EndingTools, rules: UntilRules): Telling {
  while (!rounds.isOverdue()) {
    yield* rounds.round();
    const decision = decide(ending.state(), rules);
    if (decision !== undefined) {
      yield* end(ending, decision);
      return;
    }
    if (!rounds.isOverdue()) await rounds.rest();
  }
  yield [endInTime(ending, rounds.hasAnswer())];
}

import { REPORTS_MAX, type Report } from '../../contract/index.js';
import type { Clock } from '../../ports/clock.js';
import { type Bell, createBell } from './bell.js';
import type { Deliver, Delivered, Finding } from './delivery.js';
import type { ReportQueue } from './report-queue.js';

/** Delivers what a job reports, in order and once each, for as long as it takes. */
export interface Reporter {
  tell(finding: Finding): void;
  /**
   * Delivers what is left; ends when everything is delivered, when nothing could be delivered for `idleMs`, when
   * `totalMs` have passed, or when `giveUp` is aborted. `onSlow` is told once how many are left when it takes a while.
   */
  finish(limits: FinishLimits): Promise<Delivery>;
}

/** For how long a reporter goes on delivering at the end. */
interface FinishLimits {
  idleMs: number;
  totalMs: number;
  giveUp: AbortSignal;
  onSlow: (left: number) => void;
}

/** What came of all reports. */
export interface Delivery {
  undelivered: number;
  /** Log lines that there was no room for. */
  leftOut: number;
  /** Why the server took no more of this job's reports, when it said so. */
  refused?: string;
}

/** What a reporter is made from. */
export interface ReporterParts {
  deliver: Deliver;
  queue: ReportQueue;
  clock: Clock;
  /** From 0 up to, not including, 1. */
  random: () => number;
  /** Begins every report's id; unlike that of any other run. */
  idPrefix: string;
  /** A sign of life is given at least this often. */
  heartbeatMs: number;
}

/** Long enough to gather what belongs together, short enough that a follower sees a line at once. */
const GATHER_MS = 40;
const BATCH_BYTES = 524_288;
const BACKOFF_MS = 200;
const BACKOFF_MAX_MS = 3_000;

/** How delivering stands. */
interface State {
  /** How many reports were told. */
  told: number;
  leftOut: number;
  /** How many deliveries in a row failed. */
  failures: number;
  batchSize: number;
  refused?: string;
  /** No more reports are told. */
  isEnding: boolean;
  /** Nobody waits for deliveries any more. */
  isOver: boolean;
  lastTakenMs: number;
}

/** Starts delivering at once. */
export function createReporter(parts: ReporterParts): Reporter {
  const { queue, clock, idPrefix } = parts;
  const bell = createBell(clock);
  const state: State = {
    told: 0,
    leftOut: 0,
    failures: 0,
    batchSize: REPORTS_MAX,
    isEnding: false,
    isOver: false,
    lastTakenMs: clock.now(),
  };
  const working = deliverAll(parts, state, bell);
  return {
    tell: (finding) => {
      if (state.refused !== undefined) return;
      state.told += 1;
      const report = { ...finding, reportId: `${idPrefix}-${state.told}` } as Report;
      if (!queue.add(report)) state.leftOut += 1;
      bell.ring();
    },
    finish: async (limits) => {
      state.isEnding = true;
      state.lastTakenMs = clock.now();
      bell.ring();
      const done = new AbortController();
      await Promise.race([working, untilLate(limits, { clock, state, queue, done: done.signal })]);
      done.abort();
      state.isOver = true;
      const { leftOut, refused } = state;
      const undelivered = queue.size;
      queue.close();
      return { undelivered, leftOut, ...(refused === undefined ? {} : { refused }) };
    },
  };
}

async function deliverAll(parts: ReporterParts, state: State, bell: Bell): Promise<void> {
  const { deliver, queue, clock, random } = parts;
  while (!state.isOver && state.refused === undefined) {
    if (!state.isEnding) await gather(parts, state, bell);
    if (state.isEnding && queue.size === 0) return;
    const batch = queue.first({ count: state.batchSize, bytes: BATCH_BYTES });
    settle(batch, await deliver(batch), { state, queue, nowMs: clock.now() });
    if (state.failures === 0) continue;
    const capMs = Math.min(BACKOFF_MAX_MS, BACKOFF_MS * 2 ** (state.failures - 1));
    // Not the bell: new reports are no reason to try sooner.
    await clock.sleep(capMs / 2 + (random() * capMs) / 2);
  }
}

/** Waits until there is something to deliver, or a sign of life is due, and a moment longer for what belongs to it. */
async function gather({ queue, clock, heartbeatMs }: ReporterParts, state: State, bell: Bell) {
  if (queue.size === 0) await bell.wait(heartbeatMs);
  if (!state.isEnding && queue.size < REPORTS_MAX) await clock.sleep(GATHER_MS);
}

/** Does what the answer to a batch asks for: it is dropped, halved, or tried again. */
function settle(
  batch: readonly Report[],
  delivered: Delivered,
  { state, queue, nowMs }: { state: State; queue: ReportQueue; nowMs: number },
): void {
  const { length } = batch;
  if (delivered.kind === 'taken') {
    queue.drop(length);
    state.lastTakenMs = nowMs;
    state.failures = 0;
    state.batchSize = Math.min(REPORTS_MAX, state.batchSize * 2);
  } else if (delivered.kind === 'refused') {
    state.refused = delivered.reason;
  } else if (delivered.kind === 'unfit' && length > 1) {
    state.batchSize = Math.floor(length / 2);
  } else if (delivered.kind === 'unfit' && length === 1) {
    queue.drop(length);
    state.leftOut += length;
  } else {
    state.failures += 1;
  }
}

const LOOK_MS = 100;
const SLOW_MS = 2_000;

/** Resolves when delivering has to stop, or has been `done`. */
async function untilLate(
  { idleMs, totalMs, giveUp, onSlow }: FinishLimits,
  {
    clock,
    state,
    queue,
    done,
  }: { clock: Clock; state: State; queue: ReportQueue; done: AbortSignal },
): Promise<void> {
  const startMs = clock.now();
  let isSlow = false;
  while (!done.aborted && !giveUp.aborted) {
    const nowMs = clock.now();
    if (nowMs - state.lastTakenMs > idleMs || nowMs - startMs > totalMs) return;
    if (!isSlow && nowMs - startMs > SLOW_MS) {
      isSlow = true;
      onSlow(queue.size);
    }
    await clock.sleep(LOOK_MS, done).catch(() => {});
  }
}

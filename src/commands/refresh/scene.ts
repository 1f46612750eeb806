import { createServerClock } from '../../client/watch/server-clock.js';
import type { StaleEvent } from '../../domain/events/job-event.js';
import type { Clock } from '../../ports/clock.js';
import type { Look } from '../../render/look.js';
import { type SafeText, safe } from '../../render/safe-text.js';
import { bottomLine, type Freshness } from './bottom.js';
import { fitRows } from './fit-rows.js';
import type { Round } from './rounds.js';
import type { Glimpse, Subject } from './subject.js';

/** What is painted of what was seen so far. */
export interface Scene<Body> {
  take(round: Round<Body>): void;
  /** The view with its last line below it, in so many rows. `nowMs` is this machine's. */
  lines(at: SceneMoment, look: Look): readonly SafeText[];
  /** The view alone, in so many rows; nothing before the first answer. */
  view(at: { nowMs: number; rows: number }, look: Look): readonly SafeText[];
  /** What was seen last. */
  last(): Glimpse<Body> | undefined;
  /** What to add to this machine's time for the server's. */
  skewMs(): number;
}

/** What decides about a frame besides what was seen. */
interface SceneMoment extends Omit<Freshness, 'seenMs' | 'seenAtMs' | 'stale'> {
  rows: number;
}

/** Below a view stand an empty line and the last one. */
const ROWS_BELOW = 2;

/** A scene of which nothing was seen yet. */
export function createScene<Body>(subject: Pick<Subject<Body>, 'view'>, clock: Clock): Scene<Body> {
  const serverClock = createServerClock(clock);
  let last: Glimpse<Body> | undefined;
  let seenMs: number | undefined;
  let stale: StaleEvent | undefined;

  const view: Scene<Body>['view'] = ({ nowMs, rows }, look) => {
    if (last === undefined || seenMs === undefined) return [];
    const skewMs = serverClock.skewMs();
    const at = { nowMs: nowMs + skewMs, seenMs: seenMs + skewMs, rows };
    return fitRows(subject.view(last.body, at, look), rows, look);
  };
  return {
    take: (round) => {
      const nowMs = clock.now();
      if (round.type === 'seen') {
        serverClock.learn(round.sentMs, round.glimpse.serverTimeMs);
        last = round.glimpse;
        seenMs = nowMs;
        stale = undefined;
        return;
      }
      const { cause, error } = round.trouble;
      const ageMs = seenMs === undefined ? undefined : nowMs - seenMs;
      stale = { type: 'stale', atMs: nowMs, ageMs, nextTryMs: round.nextTryMs, cause, error };
    },
    lines: (at, look) => {
      const seenAtMs = seenMs === undefined ? undefined : seenMs + serverClock.skewMs();
      const bottom = bottomLine({ ...at, seenMs, seenAtMs, stale }, look);
      const shown = view({ nowMs: at.nowMs, rows: at.rows - ROWS_BELOW }, look);
      return shown.length === 0 ? [bottom] : [...shown, safe``, bottom];
    },
    view,
    last: () => last,
    skewMs: serverClock.skewMs,
  };
}

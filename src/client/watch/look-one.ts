import { isFinal } from '../../contract/index.js';
import type { SeenEvent, WatchPart } from '../../domain/events/job-event.js';
import { type ChangeEvent, eventsOfProgress } from '../../domain/events/look-events.js';
import type { Client } from '../types.js';
import type { FollowedLog } from './follow-log.js';
import type { Look, Telling } from './look.js';
import { type PanelTools, readPanels, readPast } from './read-panels.js';
import type { ServerClock } from './server-clock.js';
import { createStallWatch, type HasLogged } from './stall-watch.js';
import type { WatchControls } from './types.js';

/** What a single job is looked at with. */
export interface LookOneTools extends PanelTools {
  client: Client;
  controls: Pick<WatchControls, 'panels' | 'logLevel'>;
  serverClock: ServerClock;
  log: FollowedLog;
  hasLogged: HasLogged;
  /** Of the whole watch. */
  signal: AbortSignal | undefined;
}

/**
 * Looks at a single job: its progress, the panels that are on and what is new in its log, one request after another.
 * A job that has ended is told to have ended only after the last of its log, and nothing but its progress is insisted
 * on any more.
 */
export function createLookAtOne(tools: LookOneTools): Look {
  const stalls = createStallWatch(tools.hasLogged);
  let isPastKnown = false;
  return async function* look(signal) {
    const { serverClock, job } = tools;
    const { body } = await tools.ask((how) => tools.client.progress(job().jobId, how), signal);
    const atMs = serverClock.now();
    const hasEnded = isFinal(body.status);
    const changes = eventsOfProgress(job(), body, atMs);
    const { panels, trouble } = await readPanels(tools, signal);
    const found = { ...(body === job().progress ? {} : { progress: body }), ...panels };
    yield [seen(tools, atMs, found), ...changes.filter((change) => !isEnd(change))];
    if (trouble !== undefined && !hasEnded) throw trouble.error;
    yield* readLog(tools, atMs, hasEnded, signal);
    if (!isPastKnown) {
      const past = await readPast(tools, hasEnded, signal);
      isPastKnown = true;
      if (past !== undefined) yield [seen(tools, atMs, { metrics: past })];
    }
    const stall = hasEnded ? undefined : await stalls.after(job(), atMs, signal);
    yield [...(stall === undefined ? [] : [stall]), ...changes.filter(isEnd)];
  };
}

/** What is new in the log; all that is left of it when the job has ended. */
async function* readLog(
  tools: LookOneTools,
  atMs: number,
  hasEnded: boolean,
  signal: AbortSignal | undefined,
): Telling {
  const { controls, log, parts, job } = tools;
  const level = controls.logLevel();
  if (!hasEnded) {
    yield* log.read(level, signal);
    return;
  }
  yield* log.drain(level, tools.signal);
  const isCut = parts.missing(new Set(['logs'])) !== undefined;
  const isTold = job().missing?.logs !== undefined;
  if (isCut !== isTold) yield [seen(tools, atMs, {})];
}

const isEnd = (change: ChangeEvent): boolean => change.type === 'status' && isFinal(change.status);

function seen(
  { controls, serverClock, parts, job }: LookOneTools,
  atMs: number,
  found: Partial<SeenEvent>,
): SeenEvent {
  const watched: WatchPart[] = [...controls.panels()];
  if (controls.logLevel() !== undefined) watched.push('logs');
  const missing = parts.missing(new Set(watched));
  return {
    type: 'seen',
    jobId: job().jobId,
    atMs,
    skewMs: serverClock.skewMs(),
    ...found,
    ...(missing === undefined ? {} : { missing }),
  };
}

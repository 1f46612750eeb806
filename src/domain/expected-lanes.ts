import { type UpcomingEvent, upcomingEventTypes } from '../contract/index.js';
import { stageName } from './event-kind.js';
import type { Lane } from './stage-lanes.js';
import type { TimedEvent } from './timed-events.js';

/** More stages than these at once are not searched for a name in a sentence. */
const MOST_SEARCHED = 100;

interface Expecting {
  job: Lane;
  stages: Lane[];
  running: readonly Lane[];
  /** Stages that run or are to come, by name. */
  named: Map<string, Lane>;
  /** Stages to come that nothing has followed yet. */
  unended: Lane[];
}

/**
 * Puts expected events on the lanes: the ends of the job and of running stages as `expectedEndMs`, stages yet to
 * come as new lanes behind the others. A stage to come lasts until its own expected end, else until the next thing
 * that is expected. `upcoming` is in the order of time.
 */
export function expectStages(
  job: Lane,
  stages: Lane[],
  upcoming: readonly TimedEvent<UpcomingEvent>[],
): void {
  const running = stages.filter((lane) => lane.outcome === 'running');
  const named = new Map(running.map((lane) => [lane.name, lane]));
  const expecting: Expecting = { job, stages, running, named, unended: [] };
  for (const { event, timeMs } of upcoming) {
    if (timeMs !== undefined) expect(expecting, event, timeMs);
  }
}

function expect(expecting: Expecting, event: UpcomingEvent, timeMs: number): void {
  endBefore(expecting, timeMs);
  switch (upcomingEventTypes.canonical(event.eventType)) {
    case 'JobCompletion':
      expectEnd(expecting.job, timeMs);
      break;
    case 'StageCompletion':
      expectEnd(endingLane(expecting, event), timeMs);
      break;
    case 'StageStart':
      expectStart(expecting, event, timeMs);
      break;
  }
}

/** `unended` never holds stages of different starts: all of them end as soon as something later is expected. */
function endBefore(expecting: Expecting, timeMs: number): void {
  if ((expecting.unended[0]?.startMs ?? timeMs) === timeMs) return;
  for (const lane of expecting.unended) expectEnd(lane, timeMs);
  expecting.unended = [];
}

/** An end that is overdue is on no lane: it would lie on what has already happened. */
function expectEnd(lane: Lane | undefined, timeMs: number): void {
  if (lane !== undefined && timeMs > lane.endMs) lane.expectedEndMs = timeMs;
}

function expectStart(expecting: Expecting, event: UpcomingEvent, timeMs: number): void {
  const name = stageName(event) ?? event.description ?? '';
  const lane: Lane = {
    name,
    startMs: timeMs,
    isStartKnown: true,
    endMs: timeMs,
    outcome: 'expected',
  };
  expecting.stages.push(lane);
  expecting.unended.push(lane);
  if (!expecting.named.has(name)) expecting.named.set(name, lane);
}

/** The stage that is meant: by its name, by its name in the sentence, or because it is the only one that runs. */
function endingLane({ named, running }: Expecting, event: UpcomingEvent): Lane | undefined {
  const name = stageName(event);
  if (name !== undefined) return named.get(name);
  const sentence = event.description ?? '';
  const spoken = running
    .slice(0, MOST_SEARCHED)
    .find((lane) => lane.name !== '' && sentence.includes(lane.name));
  return spoken ?? (running.length === 1 ? running[0] : undefined);
}

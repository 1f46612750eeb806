import type { TimelineEvent } from '../../contract/index.js';
import { type EventKind, eventKind } from '../../domain/event-kind.js';
import { mostImportant } from '../../domain/most-important.js';
import type { Lane, Mark } from '../../domain/stage-lanes.js';
import type { ListedEvent, TimelineList } from '../../domain/timeline-list.js';
import { MOST_ON_TERMINAL } from '../../render/folded.js';
import type { Look } from '../../render/look.js';

/** The ends of a list that are shown whatever they tell, as shares of what is shown: how it began, and how it stands. */
const FIRST_SHARE = 0.1;
const LAST_SHARE = 0.3;

/** What is expected is shown up to this share. */
const UPCOMING_SHARE = 0.2;

/** What a person looks for first; what is not named comes last. */
const RANKS: Partial<Record<EventKind, number>> = {
  JobStarted: 0,
  JobCompleted: 0,
  JobFailed: 0,
  JobCancelled: 0,
  StageFailed: 1,
  Error: 1,
  StageCancelled: 2,
  Warning: 2,
  Milestone: 3,
  StageStarted: 4,
  StageCompleted: 4,
};
const LAST_RANK = 5;

const rankOf = (event: TimelineEvent): number => RANKS[eventKind(event) ?? 'Progress'] ?? LAST_RANK;

/** How many things are shown: with no terminal, everything. */
export const mostOf = ({ terminal }: Look, most = MOST_ON_TERMINAL): number =>
  terminal ? most : Number.POSITIVE_INFINITY;

/** A list of which no more is shown than fits. */
export interface FoldedList extends TimelineList {
  /** How many events are left out before one that is shown. */
  leftOutBefore: ReadonlyMap<ListedEvent<TimelineEvent>, number>;
  /** What is left out of the events, and of what is expected. */
  leftOut: Pick<TimelineList, 'events' | 'upcoming'>;
}

/** A list to show, of which events may be left out. */
export type ShownList = TimelineList & Partial<Pick<FoldedList, 'leftOutBefore'>>;

/** Keeps the ends of a list and what matters between them, `most` events and a share of that of what is expected. */
export function foldList(list: TimelineList, most: number): FoldedList {
  const ends = { first: Math.floor(most * FIRST_SHARE), last: Math.ceil(most * LAST_SHARE) };
  const kept = mostImportant(list.events, { most, ...ends }, ({ event }) => rankOf(event));
  const leftOutBefore = new Map<ListedEvent<TimelineEvent>, number>();
  let gap = 0;
  list.events.forEach((event, place) => {
    if (!kept.has(place)) gap += 1;
    else {
      if (gap > 0) leftOutBefore.set(event, gap);
      gap = 0;
    }
  });
  const mostUpcoming = Math.ceil(most * UPCOMING_SHARE);
  return {
    ...list,
    events: list.events.filter((_, place) => kept.has(place)),
    upcoming: list.upcoming.slice(0, mostUpcoming),
    leftOutBefore,
    leftOut: {
      events: list.events.filter((_, place) => !kept.has(place)),
      upcoming: list.upcoming.slice(mostUpcoming),
    },
  };
}

/** The places of the stages to draw: what did not end well and what runs, then what took longest. */
export const keptLanes = (stages: readonly Lane[], most: number): ReadonlySet<number> =>
  mostImportant(stages, { most, first: 1, last: 1 }, ({ outcome, startMs, endMs }) =>
    outcome === 'failed' || outcome === 'cancelled' || outcome === 'running'
      ? Number.NEGATIVE_INFINITY
      : startMs - endMs,
  );

/** The marks to draw and to explain, the gravest ones. */
export const keptMarks = (marks: readonly Mark[], most: number): ReadonlySet<number> =>
  mostImportant(marks, { most, first: 0, last: 0 }, ({ event }) => rankOf(event));

import { instant } from './instant.js';

/** An event and its moment in milliseconds since 1970; `undefined` where its time can't be read. */
export interface TimedEvent<Event> {
  event: Event;
  timeMs: number | undefined;
}

/**
 * Events in the order of their times; those of equal times stay as they came. One without a readable time stays
 * behind the event that it came after.
 */
export function inTimeOrder<Event>(
  events: readonly Event[],
  timeOf: (event: Event) => string | null | undefined,
): TimedEvent<Event>[] {
  let placeMs = Number.NEGATIVE_INFINITY;
  const placed = events.map((event) => {
    const timeMs = instant(timeOf(event));
    placeMs = timeMs ?? placeMs;
    return { event, timeMs, placeMs };
  });
  placed.sort((a, b) => (a.placeMs === b.placeMs ? 0 : a.placeMs - b.placeMs));
  return placed.map(({ event, timeMs }) => ({ event, timeMs }));
}

import type { Granularity } from '../../contract/index.js';
import type { EventRecord } from '../store/records.js';

const MINUTE_MS = 60_000;

/**
 * A timeline as finely as it is asked for: `seconds` is all of it, `minutes` keeps the first Progress event of each
 * minute of each stage, `major_events` keeps none. The first, because it stays the first: whoever follows a timeline
 * must not be told of a minute twice.
 */
export function thinProgress(
  events: readonly EventRecord[],
  granularity: Granularity,
): readonly EventRecord[] {
  if (granularity === 'seconds') return events;
  const told = new Set<string>();
  return events.filter(({ type, timeMs, stageName }) => {
    if (type !== 'Progress') return true;
    if (granularity === 'major_events') return false;
    const minute = `${Math.floor(timeMs / MINUTE_MS)} ${stageName ?? ''}`;
    return told.size < told.add(minute).size;
  });
}

import type { TimelineEvent } from '../../contract/index.js';
import { known } from '../known.js';
import type { EventRecord } from '../store/records.js';
import type { EventFacts, Wording } from '../wording/wording.js';
import { group } from './group.js';
import { timeText } from './time-text.js';

/** An event as a timeline tells of it, in one language. */
export function eventBody(event: EventRecord, words: Wording): TimelineEvent {
  return known({
    timestamp: timeText(event.timeMs) ?? '',
    eventType: event.type,
    description: words.event[event.type](eventFacts(event)),
    details: group(eventDetails(event, words)),
    sequence: event.sequence,
  });
}

function eventFacts({ stageName, text, percent, details }: EventRecord): EventFacts {
  const status = details['status'];
  return {
    stageName,
    text,
    percent: percent === undefined ? undefined : Math.floor(percent),
    stageEnd: status === 'Failed' || status === 'Cancelled' ? status : undefined,
  };
}

/** The recorded details, with lengths of time in words and what was granted to the job in the API's form. */
function eventDetails({ type, details }: EventRecord, words: Wording): Record<string, unknown> {
  // A reporter's own details may have any of these names.
  if (type === 'Milestone' || type === 'Warning' || type === 'Error') return details;
  const { expectedDurationMs, actualDurationMs, cpuCores, memoryLimitBytes, ...rest } = details;
  const duration = (value: unknown): string | undefined =>
    typeof value === 'number' ? words.duration(value) : undefined;
  return known({
    ...rest,
    expectedDuration: duration(expectedDurationMs),
    actualDuration: duration(actualDurationMs),
    resourcesAllocated: group({
      cpuUnits: cpuCores,
      memoryGB: typeof memoryLimitBytes === 'number' ? memoryLimitBytes / 1e9 : undefined,
    }),
  });
}

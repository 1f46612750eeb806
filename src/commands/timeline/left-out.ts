import type { TimelineEvent, UpcomingEvent } from '../../contract/index.js';
import type { Look } from '../../render/look.js';
import type { SafeText } from '../../render/safe-text.js';
import { word } from '../../render/words.js';

/** What is left out of a timeline. */
interface LeftOut {
  events: readonly { event: TimelineEvent }[];
  upcoming: readonly { event: UpcomingEvent }[];
}

/** What each thing that is left out is called. */
export const leftOutKinds = ({ events, upcoming }: LeftOut, { messages }: Look): SafeText[] => [
  ...events.map(({ event }) => word('eventType', event.eventType, messages)),
  ...upcoming.map(({ event }) => word('upcomingEventType', event.eventType, messages)),
];

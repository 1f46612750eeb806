import * as v from 'valibot';
import { Count, maybe, OpenMap, Timestamp } from './parts.js';

/** Something that happened to a job. `sequence` is there where the server numbers its events. */
const TimelineEventSchema = v.looseObject({
  timestamp: Timestamp,
  eventType: maybe(v.string()),
  description: maybe(v.string()),
  details: maybe(OpenMap),
  sequence: maybe(Count),
});

/** Something that is expected to happen. */
const UpcomingEventSchema = v.looseObject({
  estimatedTime: maybe(Timestamp),
  eventType: maybe(v.string()),
  description: maybe(v.string()),
  details: maybe(OpenMap),
});

/** The body of `GET /job/{jobId}/timeline`. */
export const TimelineBodySchema = v.looseObject({
  jobId: maybe(v.string()),
  jobName: maybe(v.string()),
  timelineScope: maybe(
    v.looseObject({
      startTime: maybe(Timestamp),
      currentTime: maybe(Timestamp),
      endTime: maybe(Timestamp),
      granularity: maybe(v.string()),
    }),
  ),
  timeline: v.array(TimelineEventSchema),
  upcomingEvents: maybe(v.array(UpcomingEventSchema)),
});

export type TimelineEvent = v.InferOutput<typeof TimelineEventSchema>;
export type UpcomingEvent = v.InferOutput<typeof UpcomingEventSchema>;
export type TimelineBody = v.InferOutput<typeof TimelineBodySchema>;

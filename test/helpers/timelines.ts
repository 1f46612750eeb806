import type { TimelineBody, TimelineEvent } from '../../src/contract/index.js';

const START_MS = Date.parse('2024-01-20T10:30:00Z');

/** A moment, in seconds after the start of the examples' job. */
export const at = (seconds: number): number => START_MS + seconds * 1000;

/** An event, `seconds` after the start of the examples' job. */
export const event = (seconds: number, eventType: string, stageName?: string): TimelineEvent => ({
  timestamp: new Date(at(seconds)).toISOString(),
  eventType,
  ...(stageName === undefined ? {} : { details: { stageName } }),
});

/** The timeline of a job called "Job". */
export const bodyOf = (timeline: TimelineEvent[]): TimelineBody => ({ jobName: 'Job', timeline });

import type { TimelineBody } from '../contract/index.js';
import { expectStages } from './expected-lanes.js';
import { type JobSpan, jobSpan } from './job-span.js';
import { type Lane, type Mark, stageLanes } from './stage-lanes.js';
import { inTimeOrder } from './timed-events.js';

/** A timeline as lanes on an axis; all times are milliseconds since 1970. */
export interface TimelineChart {
  /** Nothing lies before it. */
  startMs: number;
  /** Nothing lies behind it. */
  endMs: number;
  /** The present; `undefined` for a job that has ended. */
  nowMs: number | undefined;
  /** The whole job. Its name is empty where the server gives none. */
  job: Lane;
  /** The stages in the order of their starts, expected ones last. */
  stages: Lane[];
  /** In the order of time; their lanes are places in `stages`. */
  marks: Mark[];
}

/** Computes the chart of a timeline; `undefined` where no time at all is known. `nowMs` is the server's present. */
export function timelineChart(body: TimelineBody, nowMs: number): TimelineChart | undefined {
  const events = inTimeOrder(body.timeline, (event) => event.timestamp);
  const span = jobSpan(body.timelineScope, events, nowMs);
  if (span === undefined) return undefined;
  const { lanes, marks } = stageLanes(events, span);
  const chart = {
    nowMs: span.outcome === 'running' ? span.untilMs : undefined,
    job: jobLane(body, span),
    stages: lanes,
    marks,
  };
  if (span.outcome === 'running') {
    const upcoming = inTimeOrder(body.upcomingEvents ?? [], (event) => event.estimatedTime);
    expectStages(chart.job, chart.stages, upcoming);
  }
  return { ...limits(chart), ...chart };
}

const jobLane = (body: TimelineBody, span: JobSpan): Lane => ({
  name: body.jobName ?? '',
  startMs: span.startMs,
  isStartKnown: true,
  endMs: span.untilMs,
  outcome: span.outcome,
});

function limits({ job, stages, marks }: Pick<TimelineChart, 'job' | 'stages' | 'marks'>): {
  startMs: number;
  endMs: number;
} {
  let startMs = job.startMs;
  let endMs = job.endMs;
  for (const lane of [job, ...stages]) {
    startMs = Math.min(startMs, lane.startMs);
    endMs = Math.max(endMs, lane.endMs, lane.expectedEndMs ?? lane.endMs);
  }
  for (const { timeMs } of marks) {
    startMs = Math.min(startMs, timeMs);
    endMs = Math.max(endMs, timeMs);
  }
  return { startMs, endMs };
}

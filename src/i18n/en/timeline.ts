import type { TimelineMessages } from '../areas/timeline.js';

export const timeline: TimelineMessages = {
  summary: 'Show what happened and what is expected, as a list or a gantt',
  help: {
    flags: {
      subEvents: 'include the smaller events inside of stages',
      granularity: 'how finely the server cuts the timeline',
      view: 'a list of events, or the stages as bars on a time axis',
    },
    examples: {
      list: 'All events with their details',
      gantt: 'The stages on a time axis',
      json: 'What happened when, a line each',
    },
  },
  started: 'started',
  ended: 'ended',
  took: 'took',
  elapsed: 'running for',
  now: 'now',
  jobEnded: 'Job ended',
  expected: 'expected',
  late: (duration) => `${duration} late`,
  wholeJob: 'Job',
  unnamedStage: 'Stage',
  more: (count, figure) => `${figure} more ${count === 1 ? 'event' : 'events'}`,
  empty: 'the timeline has no events',
};

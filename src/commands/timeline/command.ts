import { type Granularity, granularities } from '../../contract/index.js';
import type { Messages } from '../../i18n/messages.js';
import { defineCommand, type RawFlags } from '../definition.js';
import { parseChoice } from '../parse-values.js';
import { type JobAndWatch, takeJobAndWatch, watchFlag } from '../refresh/flag.js';
import { run } from './run.js';

/** The ways a timeline is drawn. */
const timelineViews = ['list', 'gantt'] as const;

/** What `jobtrack timeline` was asked. */
export interface TimelineOptions extends JobAndWatch {
  subEvents: boolean;
  /** The server's own default where it is left out. */
  granularity: Granularity | undefined;
  view: (typeof timelineViews)[number];
}

/** `jobtrack timeline`. */
export const describe = (messages: Messages) => {
  const { summary, help } = messages.timeline;
  return defineCommand<TimelineOptions>({
    name: 'timeline',
    summary,
    parameters: [{ name: 'jobId', description: messages.help.jobId }],
    flags: [
      {
        flags: '--view <form>',
        description: help.flags.view,
        choices: timelineViews,
        default: 'list',
      },
      {
        flags: '--granularity <size>',
        description: help.flags.granularity,
        choices: granularities.words,
        default: 'minutes',
      },
      { flags: '--sub-events', description: help.flags.subEvents },
      watchFlag(messages),
    ],
    examples: [
      { line: 'jobtrack timeline', explains: help.examples.list },
      { line: 'jobtrack timeline --view gantt', explains: help.examples.gantt },
      {
        line: "jobtrack timeline -o ndjson | jq -r '[.timestamp, .eventType] | @tsv'",
        explains: help.examples.json,
      },
    ],
    parse,
    run,
  });
};

function parse(args: readonly string[], flags: RawFlags): TimelineOptions {
  const view = flags['view'];
  const granularity = flags['granularity'];
  return {
    ...takeJobAndWatch('timeline', args, flags),
    subEvents: flags['subEvents'] === true,
    granularity: typeof granularity === 'string' ? parseGranularity(granularity) : undefined,
    view: typeof view === 'string' ? parseChoice('--view', view, timelineViews) : 'list',
  };
}

/** The translated words of the API are understood as well as its own. */
const parseGranularity = (text: string): Granularity =>
  granularities.canonical(text) ?? parseChoice('--granularity', text, granularities.words);

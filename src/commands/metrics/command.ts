import { metricsGroups, metricsIntervals } from '../../contract/index.js';
import type { Messages } from '../../i18n/messages.js';
import { type Command, defineCommand } from '../definition.js';
import { watchFlag } from '../refresh/flag.js';
import { type MetricsOptions, parseOptions } from './options.js';
import { run } from './run.js';

const EXAMPLE_JOB = 'cc0e8400-e29b-41d4-a716-446655440000';

/** `jobtrack metrics [jobId]`. */
export const describe = (messages: Messages): Command<MetricsOptions> => {
  const { metrics, help } = messages;
  const { examples } = metrics.help;
  return defineCommand({
    name: 'metrics',
    summary: metrics.summary,
    parameters: [{ name: 'jobId', description: help.jobId }],
    flags: [
      {
        flags: `--interval <${metricsIntervals.join('|')}>`,
        description: metrics.help.interval,
        choices: metricsIntervals,
      },
      { flags: '--metrics <list>', description: metrics.help.metrics, choices: metricsGroups },
      { flags: '--history', description: metrics.help.history },
      watchFlag(messages),
    ],
    examples: [
      { line: `jobtrack metrics ${EXAMPLE_JOB}`, explains: examples.job },
      { line: 'jobtrack metrics --metrics cpu,memory --interval 1m', explains: examples.some },
      { line: 'jobtrack metrics --history', explains: examples.history },
      {
        line: "jobtrack metrics --history -o ndjson | jq -r '[.timestamp, .cpu] | @csv'",
        explains: examples.samples,
      },
    ],
    parse: parseOptions,
    run,
  });
};

import type { Messages } from '../../i18n/messages.js';
import { type Command, defineCommand } from '../definition.js';
import { type ProgressOptions, run } from './run.js';

const EXAMPLE_JOB = 'cc0e8400-e29b-41d4-a716-446655440000';

/** `jobtrack progress [jobId]`. */
export const describe = ({ progress, help }: Messages): Command<ProgressOptions> =>
  defineCommand({
    name: 'progress',
    summary: progress.summary,
    parameters: [{ name: 'jobId', description: help.jobId }],
    flags: [],
    examples: [
      { line: `jobtrack progress ${EXAMPLE_JOB}`, explains: progress.help.examples.job },
      { line: 'jobtrack progress', explains: progress.help.examples.settings },
      {
        line: 'jobtrack progress --json | jq .overallProgress.percentage',
        explains: progress.help.examples.json,
      },
    ],
    parse: ([jobId]) => ({ jobId }),
    run,
  });

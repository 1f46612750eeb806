import type { Messages } from '../../i18n/messages.js';
import { type Command, defineCommand } from '../definition.js';
import { type JobAndWatch, takeJobAndWatch, watchFlag } from '../refresh/flag.js';
import { run } from './run.js';

const EXAMPLE_JOB = 'cc0e8400-e29b-41d4-a716-446655440000';

/** `jobtrack progress [jobId]`. */
export const describe = (messages: Messages): Command<JobAndWatch> => {
  const { progress, help } = messages;
  return defineCommand({
    name: 'progress',
    summary: progress.summary,
    parameters: [{ name: 'jobId', description: help.jobId }],
    flags: [watchFlag(messages)],
    examples: [
      { line: `jobtrack progress ${EXAMPLE_JOB}`, explains: progress.help.examples.job },
      { line: 'jobtrack progress', explains: progress.help.examples.settings },
      {
        line: 'jobtrack progress --json | jq .overallProgress.percentage',
        explains: progress.help.examples.json,
      },
    ],
    parse: (args, flags) => takeJobAndWatch('progress', args, flags),
    run,
  });
};

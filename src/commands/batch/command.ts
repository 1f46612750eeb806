import { batchStatuses } from '../../contract/index.js';
import { batchSortKeys } from '../../domain/batch-sort.js';
import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { watchFlag } from '../refresh/flag.js';
import { parseBatchOptions } from './options.js';
import { run } from './run.js';

/** `jobtrack batch`: many jobs at once. */
export const describe = (messages: Messages) => {
  const { help, summary } = messages.batch;
  return defineCommand({
    name: 'batch',
    summary,
    parameters: [{ name: 'jobIds', description: help.jobIds, variadic: true }],
    flags: [
      { flags: '--status <status>', description: help.status, choices: batchStatuses },
      { flags: '--submitted-by <user>', description: help.submittedBy },
      { flags: '--metrics', description: help.metrics },
      { flags: '--sort <key>', description: help.sort, choices: batchSortKeys },
      watchFlag(messages),
    ],
    examples: [
      { line: 'jobtrack batch', explains: help.examples.all },
      { line: 'jobtrack batch --status Running --metrics --sort eta', explains: help.examples.eta },
      {
        line: "jobtrack batch --status Failed --json | jq -r '.jobs[].jobId'",
        explains: help.examples.failed,
      },
    ],
    parse: parseBatchOptions,
    run,
  });
};

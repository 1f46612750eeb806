import { LOG_LIMIT_DEFAULT, levels } from '../../contract/index.js';
import type { Messages } from '../../i18n/messages.js';
import { defineCommand, type Flag } from '../definition.js';
import { parseLogsOptions } from './options.js';
import { run } from './run.js';

/** `jobtrack logs`: a job's log, filtered. */
export const describe = (messages: Messages) =>
  defineCommand({
    name: 'logs',
    summary: messages.logs.summary,
    parameters: [{ name: 'jobId', description: messages.help.jobId }],
    flags: flags(messages),
    examples: examples(messages),
    parse: parseLogsOptions,
    run,
  });

function flags({ logs: { help } }: Messages): Flag[] {
  return [
    {
      flags: '-l, --level <level>',
      description: help.level,
      choices: levels.words,
      default: 'INFO',
    },
    { flags: '--since <time>', description: help.since },
    { flags: '--until <time>', description: help.until },
    { flags: '-n, --limit <n>', description: help.limit, default: String(LOG_LIMIT_DEFAULT) },
    { flags: '--tail <n>', description: help.tail },
    { flags: '-f, --follow', description: help.follow },
    { flags: '--grep <regex>', description: help.grep },
    { flags: '--exclude <regex>', description: help.exclude },
    { flags: '--component <name…>', description: help.component },
    { flags: '--stage <name…>', description: help.stage },
    { flags: '--no-details', description: help.noDetails },
    { flags: '--raw', description: help.raw },
    { flags: '--fail-on <level>', description: help.failOn, choices: levels.words },
  ];
}

function examples({ logs: { help } }: Messages) {
  const job = 'cc0e8400-e29b-41d4-a716-446655440000';
  return [
    { line: `jobtrack logs ${job} --level WARN --since 1h`, explains: help.examples.errors },
    { line: "jobtrack logs -f --tail 20 --grep '[Mm]emory'", explains: help.examples.search },
    { line: 'jobtrack logs --level ERROR --fail-on ERROR', explains: help.examples.ci },
  ];
}

import { levels } from '../../contract/index.js';
import type { Messages } from '../../i18n/messages.js';
import { defineCommand, type Flag } from '../definition.js';
import { modes, parseWatchOptions, USUAL_LEVEL, untilWords } from './options.js';
import { run } from './run.js';

const JOB = 'cc0e8400-e29b-41d4-a716-446655440000';

/** `jobtrack watch`: jobs live until they are done. */
export const describe = (messages: Messages) =>
  defineCommand({
    name: 'watch',
    summary: messages.watchCommand.summary,
    parameters: [{ name: 'jobIds', description: messages.watchCommand.jobIds, variadic: true }],
    flags: flags(messages),
    examples: examples(messages),
    parse: parseWatchOptions,
    run,
  });

function flags({ watchCommand: { flags: words } }: Messages): Flag[] {
  return [
    { flags: '-i, --interval <duration>', description: words.interval, default: '2s' },
    { flags: '--timeout <duration>', description: words.timeout },
    { flags: '--until <when>', description: words.until, choices: untilWords, default: 'all' },
    { flags: '--fail-fast', description: words.failFast },
    {
      flags: '--logs [level]',
      description: words.logs,
      choices: levels.words,
      default: USUAL_LEVEL,
    },
    { flags: '--wait-for-start <duration>', description: words.waitForStart },
    { flags: '--mode <mode>', description: words.mode, choices: modes, default: 'auto' },
    { flags: '--fullscreen', description: words.fullscreen },
    { flags: '--bell', description: words.bell },
  ];
}

function examples({ watchCommand: { examples: words } }: Messages) {
  return [
    { line: `jobtrack watch ${JOB}`, explains: words.one },
    { line: 'jobtrack watch "$A" "$B" --fail-fast --timeout 2h', explains: words.several },
    {
      line: 'jobtrack watch "$JOB" --wait-for-start 1m --json | jq -r .state',
      explains: words.script,
    },
  ];
}

import type { Messages } from '../../i18n/messages.js';
import { type Command, defineCommand } from '../definition.js';
import { run } from './run.js';

/** `jobtrack config`. */
export const describe = ({ settings: { configSummary, config } }: Messages): Command<undefined> =>
  defineCommand({
    name: 'config',
    summary: configSummary,
    parameters: [],
    flags: [],
    mainGlobals: ['--profile', '--config'],
    examples: [
      { line: 'jobtrack config', explains: config.examples.all },
      { line: 'jobtrack config --json | jq -r .url.value', explains: config.examples.json },
    ],
    parse: () => undefined,
    run,
  });

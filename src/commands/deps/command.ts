import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { watchFlag } from '../refresh/flag.js';
import { type DepsOptions, depsFormats, parseOptions } from './options.js';
import { run } from './run.js';

/** `jobtrack deps`. */
export const describe = (messages: Messages) => {
  const { summary, help } = messages.deps;
  return defineCommand<DepsOptions>({
    name: 'deps',
    summary,
    parameters: [{ name: 'jobId', description: messages.help.jobId }],
    flags: [
      {
        flags: '--format <form>',
        description: help.flags.format,
        choices: depsFormats,
        default: 'tree',
      },
      { flags: '--why', description: help.flags.why },
      watchFlag(messages),
    ],
    examples: [
      { line: 'jobtrack deps', explains: help.examples.tree },
      { line: 'jobtrack deps --why', explains: help.examples.why },
      { line: 'jobtrack deps --format dot | dot -Tsvg > deps.svg', explains: help.examples.dot },
    ],
    parse: parseOptions,
    run,
  });
};

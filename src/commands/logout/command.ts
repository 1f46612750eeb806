import type { Messages } from '../../i18n/messages.js';
import { type Command, defineCommand } from '../definition.js';
import { run } from './run.js';

/** `jobtrack logout`. */
export const describe = ({ settings: { logoutSummary, logout } }: Messages): Command<undefined> =>
  defineCommand({
    name: 'logout',
    summary: logoutSummary,
    parameters: [],
    flags: [],
    mainGlobals: ['--profile', '--config'],
    examples: [
      { line: 'jobtrack logout', explains: logout.examples.usual },
      { line: 'jobtrack logout --profile staging', explains: logout.examples.profile },
    ],
    parse: () => undefined,
    run,
  });

import type { Messages } from '../../i18n/messages.js';
import { type Command, defineCommand } from '../definition.js';
import { run } from './run.js';

/** `jobtrack login`. What it stores can be given with the global options; the rest is asked for. */
export const describe = ({ settings: { loginSummary, login } }: Messages): Command<undefined> =>
  defineCommand({
    name: 'login',
    summary: loginSummary,
    parameters: [],
    flags: [],
    mainGlobals: ['--url', '--tenant', '--project', '--profile', '--token-file', '--config'],
    examples: [
      { line: 'jobtrack login', explains: login.examples.ask },
      {
        line: 'jobtrack login --profile staging --url https://staging.example.com',
        explains: login.examples.profile,
      },
      {
        line: 'pass show jobs/token | jobtrack login --url … --tenant … --project …',
        explains: login.examples.pipe,
      },
    ],
    parse: () => undefined,
    run,
  });

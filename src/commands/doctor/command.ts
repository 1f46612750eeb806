import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { run } from './run.js';

/** `jobtrack doctor`. */
export const describe = ({ doctor: words }: Messages) =>
  defineCommand({
    name: 'doctor',
    summary: words.summary,
    parameters: [],
    flags: [],
    mainGlobals: ['--url', '--profile', '--request-timeout', '--verbose'],
    examples: [
      { line: 'jobtrack doctor', explains: words.examples.all },
      { line: 'jobtrack doctor --url https://jobs.example.com', explains: words.examples.url },
      {
        line: `jobtrack doctor --json | jq '.checks[] | select(.state == "failed")'`,
        explains: words.examples.failed,
      },
    ],
    parse: () => ({}),
    run,
  });

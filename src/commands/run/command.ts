import { priorities } from '../../contract/index.js';
import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { parseRunOptions } from './options.js';
import { run } from './run.js';

const OTHER_JOB = 'cc0e8400-e29b-41d4-a716-446655440000';

/** `jobtrack run`: any command as a tracked job. */
export const describe = ({ run: words }: Messages) =>
  defineCommand({
    name: 'run',
    summary: words.summary,
    parameters: [{ name: 'command', description: words.command, required: true, variadic: true }],
    flags: [
      { flags: '--id <guid>', description: words.flags.id },
      { flags: '--name <name>', description: words.flags.name },
      { flags: '--type <type>', description: words.flags.type },
      {
        flags: '--priority <priority>',
        description: words.flags.priority,
        choices: priorities.words,
        default: 'Normal',
      },
      { flags: '--after <jobId…>', description: words.flags.after },
      { flags: '--submitted-by <user>', description: words.flags.submittedBy },
    ],
    examples: [
      { line: 'jobtrack run -- npm test', explains: words.examples.plain },
      {
        line: `jobtrack run --after ${OTHER_JOB} -- ./import.sh`,
        explains: words.examples.after,
      },
      { line: 'jobtrack run --id "$(uuidgen)" --quiet -- make', explains: words.examples.script },
    ],
    parse: parseRunOptions,
    run,
  });

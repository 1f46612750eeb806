import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { parseListenOptions } from './options.js';
import { run } from './run.js';

/** `jobtrack listen`: receives webhooks on this machine. */
export const describe = ({ listen }: Messages) =>
  defineCommand({
    name: 'listen',
    summary: listen.summary,
    parameters: [],
    flags: [
      { flags: '--port <n>', description: listen.flags.port, default: '0' },
      { flags: '--secret-file <file>', description: listen.flags.secretFile },
      { flags: '--forward-to <url>', description: listen.flags.forwardTo },
      { flags: '--exec <command>', description: listen.flags.exec },
    ],
    mainGlobals: ['-o'],
    examples: [
      { line: 'jobtrack listen --port 4711', explains: listen.examples.plain },
      {
        line: 'jobtrack listen --forward-to http://localhost:3000/hooks',
        explains: listen.examples.forward,
      },
      { line: "jobtrack listen --exec 'jq .data'", explains: listen.examples.exec },
    ],
    parse: parseListenOptions,
    run,
  });

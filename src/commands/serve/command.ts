import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { parseServeOptions } from './options.js';
import { run } from './run.js';

/** `jobtrack serve`: the job tracking API on this machine. */
export const describe = ({ serve }: Messages) =>
  defineCommand({
    name: 'serve',
    summary: serve.summary,
    parameters: [],
    flags: [
      { flags: '--host <address>', description: serve.flags.host, default: '127.0.0.1' },
      { flags: '--port <n>', description: serve.flags.port, default: '0' },
      { flags: '--db <file>', description: serve.flags.db },
      { flags: '--max-running <n>', description: serve.flags.maxRunning },
      { flags: '--insecure-remote-access', description: serve.flags.insecure },
      { flags: '--allow-loopback-webhooks', description: serve.flags.loopbackWebhooks },
    ],
    mainGlobals: ['-o', '--token-file', '--tenant', '--project'],
    examples: [
      { line: 'jobtrack serve', explains: serve.examples.plain },
      { line: 'jobtrack serve --max-running 2', explains: serve.examples.queue },
      { line: 'jobtrack serve -o json > ready.json &', explains: serve.examples.script },
    ],
    parse: parseServeOptions,
    run,
  });

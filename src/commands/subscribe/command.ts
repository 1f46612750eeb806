import { subscriptionEvents } from '../../contract/index.js';
import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { parseSubscribeOptions } from './options.js';
import { run } from './run.js';

const EXAMPLE_JOB = 'cc0e8400-e29b-41d4-a716-446655440000';

/** `jobtrack subscribe [jobId]`: a job's events, printed or sent by webhook. */
export const describe = ({ subscribe, help }: Messages) =>
  defineCommand({
    name: 'subscribe',
    summary: subscribe.summary,
    parameters: [{ name: 'jobId', description: help.jobId }],
    flags: [
      { flags: '--websocket', description: subscribe.flags.websocket },
      { flags: '--webhook <url>', description: subscribe.flags.webhook },
      { flags: '--auth-token-file <file|->', description: subscribe.flags.authTokenFile },
      { flags: '--secret-file <file>', description: subscribe.flags.secretFile },
      {
        flags: '--events <list>',
        description: subscribe.flags.events(subscriptionEvents.join(', ')),
      },
      { flags: '--min-progress <points>', description: subscribe.flags.minProgress },
      { flags: '--include-debug', description: subscribe.flags.includeDebug },
      { flags: '--no-notify-errors', description: subscribe.flags.noNotifyErrors },
      { flags: '--list', description: subscribe.flags.list },
      { flags: '--remove <subscriptionId>', description: subscribe.flags.remove },
    ],
    examples: [
      { line: `jobtrack subscribe ${EXAMPLE_JOB}`, explains: subscribe.examples.follow },
      {
        line: 'jobtrack subscribe --events stageCompleted,jobCompleted -o ndjson | jq .data',
        explains: subscribe.examples.pipe,
      },
      {
        line: 'jobtrack subscribe --webhook http://127.0.0.1:4711/',
        explains: subscribe.examples.webhook,
      },
    ],
    parse: parseSubscribeOptions,
    run,
  });

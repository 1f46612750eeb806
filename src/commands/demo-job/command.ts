import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { run } from './run.js';

/** `jobtrack __demo-job`: the job that `demo` tracks, as a command of its own, since it is commands that are tracked. */
export const describe = (_messages: Messages) =>
  defineCommand({
    name: '__demo-job',
    summary: '',
    parameters: [],
    flags: [],
    examples: [],
    parse: () => undefined,
    run,
  });

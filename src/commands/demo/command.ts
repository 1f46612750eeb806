import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { run } from './run.js';

/** `jobtrack demo`: a server, a real job and the live view of it, with nothing to set up. */
export const describe = ({ demo }: Messages) =>
  defineCommand({
    name: 'demo',
    summary: demo.summary,
    parameters: [],
    flags: [],
    examples: [{ line: 'jobtrack demo', explains: demo.examples.plain }],
    parse: () => undefined,
    run,
  });

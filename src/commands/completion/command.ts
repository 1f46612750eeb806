import type { Messages } from '../../i18n/messages.js';
import { defineCommand } from '../definition.js';
import { parseChoice } from '../parse-values.js';
import { run } from './run.js';
import { installLines, shells } from './shells.js';

/** `jobtrack completion <shell>`. */
export const describe = (messages: Messages) => {
  const words = messages.completion;
  return defineCommand({
    name: 'completion',
    summary: words.summary,
    parameters: [{ name: 'shell', description: words.shell, required: true, choices: shells }],
    flags: [],
    examples: shells.map((shell) => ({
      line: installLines[shell],
      explains: words.install(shell),
    })),
    parse: ([shell = '']) => ({ shell: parseChoice('shell', shell, shells) }),
    run,
  });
};

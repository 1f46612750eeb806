import type { SafeText } from '../render/safe-text.js';
import type { ColorLevel } from '../render/theme.js';
import { undoable } from './restore.js';

/**
 * Shows a spinner on stderr, in so many colours, until the returned function is called. ora is loaded only now: most
 * answers are faster.
 */
export async function spin(text: SafeText, colors: ColorLevel): Promise<() => void> {
  const [{ default: ora }, { default: chalk }] = await Promise.all([
    import('ora'),
    import('chalk'),
  ]);
  chalk.level = colors;
  const spinner = ora({ text, stream: process.stderr, discardStdin: false }).start();
  return undoable(() => void spinner.stop());
}

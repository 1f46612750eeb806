import type { SafeText } from '../render/safe-text.js';
import { undoable } from './restore.js';

/** Shows a spinner on stderr until the returned function is called. ora is loaded only now: most answers are faster. */
export async function spin(text: SafeText): Promise<() => void> {
  const { default: ora } = await import('ora');
  const spinner = ora({ text, stream: process.stderr, discardStdin: false }).start();
  return undoable(() => void spinner.stop());
}

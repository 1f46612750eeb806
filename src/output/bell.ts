import type { OutputPort } from '../ports/io.js';
import { safe } from '../render/safe-text.js';

/** What rings a terminal's bell. */
export const BELL = safe`\x07`;

/** Rings the bell of the terminal that an output is; nothing where it is none. */
export async function ringBell(output: OutputPort): Promise<void> {
  if (output.isTTY) await output.write(BELL);
}

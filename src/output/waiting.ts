import type { Clock } from '../ports/clock.js';
import type { System } from '../ports/system.js';
import type { SafeText } from '../render/safe-text.js';

/** A wait shorter than this is not worth a word. */
const QUIET_MS = 300;

/** What a spinner needs. */
export interface Spinning extends Pick<System, 'spin' | 'ending'> {
  clock: Clock;
  text: SafeText;
}

/** Waits for an answer and shows a spinner once it takes longer than a moment; takes it away whatever happens. */
export async function spinWhile<T>(answer: Promise<T>, spinning: Spinning): Promise<T> {
  const settled = new AbortController();
  const spinner = spinLater(spinning, settled.signal);
  try {
    return await answer;
  } finally {
    settled.abort();
    await spinner;
  }
}

async function spinLater(
  { clock, spin, text, ending }: Spinning,
  settled: AbortSignal,
): Promise<void> {
  const over = AbortSignal.any([settled, ending]);
  const isOver = await clock.sleep(QUIET_MS, over).then(
    () => over.aborted,
    () => true,
  );
  if (isOver) return;
  const stop = await spin(text);
  if (!over.aborted)
    await new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }));
  stop();
}

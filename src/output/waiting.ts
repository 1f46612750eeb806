import type { Clock } from '../ports/clock.js';
import type { System } from '../ports/system.js';
import type { SafeText } from '../render/safe-text.js';
import type { ColorLevel } from '../render/theme.js';

/** A wait shorter than this is not worth a word. */
const QUIET_MS = 300;

/** What a spinner needs. */
export interface Spinning extends Pick<System, 'spin' | 'ending'> {
  clock: Clock;
  text: SafeText;
  colors: ColorLevel;
}

/** Waits for an answer and shows a spinner once it takes longer than a moment; takes it away whatever happens. */
export async function spinWhile<T>(answer: Promise<T>, spinning: Spinning): Promise<T> {
  const { ending } = spinning;
  const over = new AbortController();
  const end = (): void => over.abort();
  // Not AbortSignal.any: in Node 20 its signals stay in memory as long as the program's own signal lives.
  ending.addEventListener('abort', end);
  if (ending.aborted) end();
  const spinner = spinLater(spinning, over.signal);
  try {
    return await answer;
  } finally {
    ending.removeEventListener('abort', end);
    end();
    await spinner;
  }
}

async function spinLater(
  { clock, spin, text, colors }: Spinning,
  over: AbortSignal,
): Promise<void> {
  const isOver = await clock.sleep(QUIET_MS, over).then(
    () => over.aborted,
    () => true,
  );
  if (isOver) return;
  const stop = await spin(text, colors);
  if (!over.aborted)
    await new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }));
  stop();
}

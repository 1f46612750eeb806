import type { Context } from '../../context.js';
import type { VerdictEvent } from '../../domain/events/job-event.js';
import { runLive } from '../../output/live/run-live.js';
import { createKnobs } from './knobs.js';
import type { Manner } from './manner.js';
import { createScene, type Scene } from './scene.js';
import { eventsOf, type Watching } from './watching.js';

/**
 * Paints a watch in place until its verdict, or until the user leaves it: then there is none. The last frame stays on
 * the terminal, with the verdict below it. Rejects as the events do.
 */
export async function paintWatch(
  watching: Watching,
  { isFullscreen, ringsBell }: Extract<Manner, { form: 'live' }>,
  context: Context,
): Promise<VerdictEvent | undefined> {
  const { jobIds } = watching;
  const knobs = createKnobs(watching);
  // Where the token comes from standard input, no key does.
  const hasKeys = context.io.stdin.isTTY && context.flags.tokenFile !== '-';
  const scene = await createScene({ jobIds, knobs: knobs.now, isFullscreen, hasKeys }, context);
  const { stop, off } = stoppedWith(context.signal);
  const onKey = (key: string): void => {
    if (knobs.press(key) === 'quit') stop.abort();
    live.invalidate();
  };
  const live = runLive(context, {
    draw: scene.draw,
    fullscreen: isFullscreen,
    ...(hasKeys ? { onKey } : {}),
  });
  let hasFailed = false;
  try {
    for await (const event of eventsOf(watching, knobs.controls, context, stop.signal)) {
      scene.take(event);
      const above = scene.above(event);
      if (above.length > 0) live.printAbove(above);
      live.invalidate();
    }
    if (ringsBell) live.ring();
  } catch (error) {
    hasFailed = !stop.signal.aborted;
    if (hasFailed || context.signal.aborted) throw error;
  } finally {
    off();
    await live.end(hasFailed && isBlank(scene) ? [] : scene.last());
  }
  return scene.watch().verdict;
}

/** A controller of its own that also aborts with the program, until `off`. */
function stoppedWith(signal: AbortSignal): { stop: AbortController; off: () => void } {
  const stop = new AbortController();
  const end = (): void => stop.abort(signal.reason);
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  return { stop, off: () => signal.removeEventListener('abort', end) };
}

/** Nothing was ever seen: a frame would only say that, and the error says why. */
const isBlank = (scene: Scene): boolean =>
  scene.watch().jobs.every(({ seenAtMs }) => seenAtMs === undefined);

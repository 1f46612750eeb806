import type { WatchControls, WatchPanel } from '../../client/watch/types.js';
import type { Key } from '../../ports/terminal.js';
import { type Knobs, turn } from './keys.js';
import { USUAL_LEVEL } from './options.js';
import type { PanelName } from './view/screen.js';
import type { Watching } from './watching.js';

/** What keys change, for the view and for the watch. */
export interface LiveKnobs {
  now(): Knobs;
  /** Does what a key means; `quit` when it ends the view. */
  press(key: Key): 'quit' | undefined;
  controls: WatchControls;
}

const SINGLE_PANELS: readonly WatchPanel[] = ['metrics', 'timeline', 'dependencies'];

/** The knobs of a live view, as a watch begins: the log is there where it is followed, everything else when it is asked for. */
export function createKnobs({ intervalMs, logLevel, jobIds }: Watching): LiveKnobs {
  const panels: Record<PanelName, boolean> = {
    logs: logLevel !== undefined,
    timeline: false,
    metrics: false,
    dependencies: false,
    help: false,
  };
  let knobs: Knobs = { intervalMs, isPaused: false, panels };
  const handlers = new Set<() => void>();
  return {
    now: () => knobs,
    press: (key) => {
      const turned = turn(knobs, key);
      if (turned === 'quit') return 'quit';
      if (turned === knobs) return undefined;
      knobs = turned;
      for (const handler of handlers) handler();
      return undefined;
    },
    controls: {
      intervalMs: () => knobs.intervalMs,
      isPaused: () => knobs.isPaused,
      // Several jobs come from one request, which has nothing for a panel.
      panels: () =>
        new Set(jobIds.length > 1 ? [] : SINGLE_PANELS.filter((panel) => knobs.panels[panel])),
      logLevel: () => (knobs.panels.logs ? (logLevel ?? USUAL_LEVEL) : undefined),
      onChange: (handler) => {
        handlers.add(handler);
        return () => void handlers.delete(handler);
      },
    },
  };
}

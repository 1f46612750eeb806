import type { Key } from '../../ports/terminal.js';
import type { PanelName } from './view/screen.js';

/** What a person can change of a live view. */
export interface Knobs {
  /** Between two looks. */
  intervalMs: number;
  isPaused: boolean;
  panels: Readonly<Record<PanelName, boolean>>;
}

/** The intervals that `+` and `-` step through, in milliseconds. */
const INTERVALS_MS = [250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000];

const PANEL_KEYS: ReadonlyMap<Key, PanelName> = new Map([
  ['l', 'logs'],
  ['t', 'timeline'],
  ['m', 'metrics'],
  ['d', 'dependencies'],
  ['?', 'help'],
]);

/** The knobs after a key, the same object for a key that means nothing; `quit` for the one that ends the view. */
export function turn(knobs: Knobs, key: Key): Knobs | 'quit' {
  if (key === 'q') return 'quit';
  if (key === 'p') return { ...knobs, isPaused: !knobs.isPaused };
  if (key === '+' || key === '-') return { ...knobs, intervalMs: stepped(knobs.intervalMs, key) };
  const panel = key === 'escape' && knobs.panels.help ? 'help' : PANEL_KEYS.get(key);
  if (panel === undefined) return knobs;
  return { ...knobs, panels: { ...knobs.panels, [panel]: !knobs.panels[panel] } };
}

/** The next interval that is longer (`+`) or shorter (`-`); the last one stays. */
function stepped(intervalMs: number, key: '+' | '-'): number {
  const next =
    key === '+'
      ? INTERVALS_MS.find((step) => step > intervalMs)
      : INTERVALS_MS.findLast((step) => step < intervalMs);
  return next ?? intervalMs;
}

import { dayNumber } from '../../../render/clock.js';
import type { Look } from '../../../render/look.js';

/** What a layout depends on besides the thing itself. */
interface Conditions extends Pick<Look, 'width' | 'theme' | 'symbols' | 'messages'> {
  variant: string;
  offsetMs: number;
  day: number;
}

/** Gives what was laid out for a thing before, or lays it out. */
export type LayoutCache<Layout> = (
  thing: object,
  at: { nowMs: number; look: Look; variant: string },
  layOut: () => Layout,
) => Layout;

/**
 * Remembers how things from answers are laid out, as long as the answers are there: between two of them only the clock
 * moves, and most of a frame is as it was. Another look or another `variant` lays out anew, and so does a new day, because
 * times of another day bear their date.
 */
export function createLayoutCache<Layout>(): LayoutCache<Layout> {
  const known = new WeakMap<object, { conditions: Conditions; layout: Layout }>();
  return (thing, { nowMs, look, variant }, layOut) => {
    const { width, theme, symbols, messages } = look;
    const offsetMs = look.formats.offsetMs(nowMs);
    const day = dayNumber(nowMs + offsetMs);
    const conditions = { width, theme, symbols, messages, variant, offsetMs, day };
    const kept = known.get(thing);
    if (kept !== undefined && isSame(kept.conditions, conditions)) return kept.layout;
    const layout = layOut();
    known.set(thing, { conditions, layout });
    return layout;
  };
}

const isSame = (a: Conditions, b: Conditions): boolean =>
  a.width === b.width &&
  a.theme === b.theme &&
  a.symbols === b.symbols &&
  a.messages === b.messages &&
  a.variant === b.variant &&
  a.offsetMs === b.offsetMs &&
  a.day === b.day;

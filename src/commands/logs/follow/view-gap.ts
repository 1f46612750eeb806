import type { GapEvent } from '../../../domain/events/job-event.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe } from '../../../render/safe-text.js';
import { wrap } from '../../../render/width.js';
import { gapParts } from '../gap-parts.js';

/**
 * A hole in a log, in the place where its entries would be. In a pipe it is one line that begins with a time, as the lines
 * of entries do.
 */
export function gapView(gap: GapEvent, look: Look): SafeText[] {
  const { theme, symbols, formats, messages } = look;
  const text = join(gapParts(gap, look), safe`  `);
  if (look.terminal) {
    return wrap(safe`${symbols.warning} ${text}`, look.width).map(theme.caution);
  }
  const kind = theme.caution(inline(messages.events.kinds.gap));
  return [join([formats.time(gap.atMs), kind, text], safe`  `)];
}

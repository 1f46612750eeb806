import type { LogEntry } from '../../contract/index.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText } from '../../render/safe-text.js';

/** A moment as a terminal shows it: the date is left out for today. */
const MOMENT = /^(?:(\d{4}-\d{2}-\d{2}) )?(\d{2}:\d{2}:\d{2})$/;

/** The day of an entry as it is shown: empty for today, `undefined` when its time is no time. */
export function dayOf(entry: LogEntry, look: Look): SafeText | undefined {
  const found = MOMENT.exec(look.formats.time(entry.timestamp));
  return found === null ? undefined : inline(found[1] ?? '');
}

/** The clock time of an entry, without its day; what is no time is given as it came. */
export function clockOf(entry: LogEntry, look: Look): SafeText {
  const shown = look.formats.time(entry.timestamp);
  return inline(MOMENT.exec(shown)?.[2] ?? shown);
}

import type { LogEntry } from '../../contract/index.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText } from '../../render/safe-text.js';
import { columnsFor, type EntryColumns } from './entry-columns.js';
import { dayOf } from './entry-time.js';
import { type EntryOptions, entryView } from './view-entry.js';

/** What one page of a log leaves for the next one, so that both look like one. */
export interface LogViewState {
  columns: EntryColumns;
  /** The day of the last entry; empty for today. */
  day: string;
}

/**
 * A page of a log on a terminal. A line with the date stands where the day changes. The columns are chosen from the
 * first page and stay.
 */
export function logsView(
  entries: readonly LogEntry[],
  look: Look,
  options: EntryOptions,
  before?: LogViewState,
): { lines: SafeText[]; state: LogViewState } {
  const columns = before?.columns ?? columnsFor(entries, look);
  const lines: SafeText[] = [];
  let day = before?.day ?? '';
  for (const entry of entries) {
    const newDay = dayOf(entry, look) ?? day;
    if (newDay !== day) lines.push(look.theme.faint(inline(newDay || look.messages.logs.today)));
    day = newDay;
    for (const line of entryView(entry, columns, look, options)) lines.push(line);
  }
  return { lines, state: { columns, day } };
}

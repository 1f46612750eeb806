import type { Context } from '../../../context.js';
import type { LogEntry, WatchObject } from '../../../contract/index.js';
import type { GapEvent, LogEvent } from '../../../domain/events/job-event.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe } from '../../../render/safe-text.js';
import { columnsFor } from '../entry-columns.js';
import { type LogViewState, logsView } from '../view.js';
import { pipeLine } from '../view-pipe.js';
import { gapView } from './view-gap.js';

/** What is shown of a followed log. */
export type Shown = LogEvent | GapEvent;

/**
 * Writes what is new, in the form that was asked for: entries as they are shown without following, late ones marked, and
 * gaps in their places.
 */
export function createFollowPrinter(
  options: { showsDetails: boolean },
  context: Context,
): (events: readonly Shown[], nowMs: number | undefined) => Promise<void> {
  let state: LogViewState | undefined;

  const onTerminal = (events: readonly Shown[], look: Look): SafeText[] => {
    const entries = events.flatMap((event) => (event.type === 'log' ? [event.entry] : []));
    // What is wider than anything before gets its room: nobody knows yet what is to come.
    const columns = columnsFor(entries, look, state?.columns);
    return events.flatMap((event) => {
      if (event.type === 'gap') return gapView(event, look);
      const isLate = event.late === true;
      const before = { columns, day: state?.day ?? '' };
      const view = logsView([event.entry], look, { ...options, isLate }, before);
      state = view.state;
      return view.lines;
    });
  };
  const inPipe = (event: Shown, look: Look): SafeText[] => {
    if (event.type === 'gap') return gapView(event, look);
    const line = pipeLine(event.entry, look, options);
    const isLate = event.late === true;
    return [isLate ? join([line, inline(look.messages.events.cameLate)], safe`  `) : line];
  };
  const human = (events: readonly Shown[], look: Look): SafeText[] =>
    look.terminal ? onTerminal(events, look) : events.flatMap((event) => inPipe(event, look));

  return async (events, nowMs) => {
    if (events.length === 0) return;
    const objects = (): unknown[] => events.map(toObject);
    const show = (look: Look): SafeText[] => human(events, look);
    await context.show({ nowMs, json: objects, ndjson: objects, human: show });
  };
}

/** An entry as it came, with `late` where it is; a gap as it is in the events of a watch. */
function toObject(event: Shown): LogEntry | WatchObject {
  if (event.type === 'log') return event.late ? { ...event.entry, late: true } : event.entry;
  const { type, jobId, atMs, ...rest } = event;
  return { type, version: 1, jobId, time: new Date(atMs).toISOString(), ...rest };
}

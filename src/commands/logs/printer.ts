import type { Context } from '../../context.js';
import type { LogEntry } from '../../contract/index.js';
import { countFrom } from '../../domain/log-counts.js';
import { type SafeText, safe } from '../../render/safe-text.js';
import type { LogQuery } from './query.js';
import type { ChosenPage } from './read.js';
import type { ShownSoFar } from './show-entries.js';
import { type LogViewState, logsView } from './view.js';
import { pipeLine } from './view-pipe.js';
import { summaryView } from './view-summary.js';

/** Writes the entries in one of the three forms. */
export interface LogPrinter {
  page(page: ChosenPage, shown: ShownSoFar): Promise<void>;
  end(shown: ShownSoFar): Promise<void>;
}

/** The printer for the form that was asked for. JSON is one document, so it alone waits for the end. */
export async function createPrinter(query: LogQuery, context: Context): Promise<LogPrinter> {
  return (await context.form()) === 'json'
    ? documentPrinter(context)
    : streamPrinter(query, context);
}

function documentPrinter(context: Context): LogPrinter {
  let logs: readonly LogEntry[] = [];
  return {
    page: async ({ entries }) => {
      logs = logs.length === 0 ? entries : logs.concat(entries);
    },
    end: ({ body }) =>
      context.show({ json: () => ({ ...body, logs }), ndjson: () => logs, human: () => [] }),
  };
}

function streamPrinter(query: LogQuery, context: Context): LogPrinter {
  let state: LogViewState | undefined;
  const humanLines = (entries: readonly LogEntry[], look: Parameters<typeof pipeLine>[1]) => {
    const options = { showsDetails: query.showsDetails };
    if (!look.terminal) return entries.map((entry) => pipeLine(entry, look, options));
    const drawn = logsView(entries, look, options, state);
    state = drawn.state;
    return drawn.lines;
  };
  return {
    async page({ answer, entries }, { nowMs }) {
      if (entries.length === 0) return;
      await context.show({
        nowMs,
        json: () => answer.body,
        ndjson: () => entries,
        human: (look) => humanLines(entries, look),
      });
    },
    end: (shown) => printSummary(shown, context),
  };
}

/** On a terminal the summary stands below the entries; in a pipe stdout is for the entries alone. */
async function printSummary({ counts, body, nowMs }: ShownSoFar, context: Context): Promise<void> {
  if ((await context.form()) !== 'human' || body === undefined) return;
  const look = await context.look(nowMs);
  const lines = summaryView(counts, body, look);
  if (!look.terminal) {
    for (const line of lines) await context.note(line);
    return;
  }
  if (lines.length === 0) return;
  const hasEntries = countFrom('DEBUG', counts) > 0;
  const human = (): SafeText[] => (hasEntries ? [safe``, ...lines] : lines);
  await context.show({ nowMs, json: () => body, ndjson: () => [], human });
}

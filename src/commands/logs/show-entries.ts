import type { Context } from '../../context.js';
import type { Level, LogEntry, LogsBody } from '../../contract/index.js';
import { addCounts, countFrom, countLevels, type LevelCounts } from '../../domain/log-counts.js';
import { createPrinter } from './printer.js';
import type { LogQuery } from './query.js';
import { type ChosenPage, chosenPages, fails, findFailing } from './read.js';
import { sayFailing, sayLimit, sayNone } from './say.js';

/** What was shown so far. */
export interface ShownSoFar {
  counts: LevelCounts;
  /** The latest answer. */
  body?: LogsBody;
  nowMs?: number | undefined;
  lastTime?: string;
  /** Whether an entry makes the command fail. */
  isFailing: boolean;
}

/** Shows the entries page by page; tells whether one makes the command fail, shown or not. */
export async function showEntries(query: LogQuery, context: Context): Promise<boolean> {
  const printer = await createPrinter(query, context);
  let shown: ShownSoFar = { counts: countLevels([]), isFailing: false };
  for await (const page of chosenPages(query, context)) {
    shown = addPage(shown, page, query);
    await printer.page(page, shown);
  }
  if (countFrom('DEBUG', shown.counts) === 0) await sayNone(query, context);
  await printer.end(shown);
  return sayRest(shown, query, context);
}

function addPage(
  shown: ShownSoFar,
  { answer, entries, gravest }: ChosenPage,
  query: LogQuery,
): ShownSoFar {
  const lastTime = entries.at(-1)?.timestamp ?? shown.lastTime;
  const candidates: readonly LogEntry[] = gravest === undefined ? entries : [gravest];
  return {
    counts: addCounts(shown.counts, countLevels(entries)),
    body: answer.body,
    nowMs: shown.nowMs ?? answer.serverTimeMs,
    ...(lastTime !== undefined && { lastTime }),
    isFailing: shown.isFailing || candidates.some((entry) => fails(entry, query)),
  };
}

/** Says that the limit may have hidden entries, and looks there for one that makes the command fail. */
async function sayRest(shown: ShownSoFar, query: LogQuery, context: Context): Promise<boolean> {
  if (!mayHaveMore(shown, query)) return shown.isFailing;
  await sayLimit(query, context);
  if (shown.isFailing) return true;
  const failing = await findFailing(query, shown.lastTime, context);
  if (failing !== undefined) await sayFailing(failing, query, context);
  return failing !== undefined;
}

function mayHaveMore({ counts, body }: ShownSoFar, query: LogQuery): boolean {
  const count = countFrom('DEBUG', counts);
  if (query.tail !== undefined || count < query.limit) return false;
  const inAll = body === undefined ? undefined : countInAll(body, query.params.level);
  return inAll === undefined || inAll > count;
}

/** How many entries of a level and above the server counts, where it counts all of its levels. */
function countInAll({ logsSummary: summary }: LogsBody, level: Level): number | undefined {
  const { errorEntries, warnEntries, infoEntries, debugEntries } = summary ?? {};
  if (errorEntries == null || warnEntries == null || infoEntries == null || debugEntries == null)
    return undefined;
  const counts = { ERROR: errorEntries, WARN: warnEntries, INFO: infoEntries, DEBUG: debugEntries };
  return countFrom(level, counts);
}

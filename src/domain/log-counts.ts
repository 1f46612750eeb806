import { type Level, type LogEntry, type LogsBody, levelRank } from '../contract/index.js';
import { countedLevel } from './log-level.js';

/** How many entries there are of each level. */
export type LevelCounts = Record<Level, number>;

/** The levels as a summary names them: what matters most comes first. */
export const gravestFirst = ['ERROR', 'WARN', 'INFO', 'DEBUG'] as const satisfies readonly Level[];

/** How many of these entries there are of each level. */
export function countLevels(entries: readonly LogEntry[]): LevelCounts {
  const counts: LevelCounts = { DEBUG: 0, INFO: 0, WARN: 0, ERROR: 0 };
  for (const entry of entries) counts[countedLevel(entry.level)] += 1;
  return counts;
}

/** The counts of two sets of entries together. */
export const addCounts = (one: LevelCounts, other: LevelCounts): LevelCounts => ({
  DEBUG: one.DEBUG + other.DEBUG,
  INFO: one.INFO + other.INFO,
  WARN: one.WARN + other.WARN,
  ERROR: one.ERROR + other.ERROR,
});

/** How many entries are at a level or above. */
export const countFrom = (level: Level, counts: LevelCounts): number =>
  gravestFirst
    .filter((word) => levelRank(word) >= levelRank(level))
    .reduce((sum, word) => sum + counts[word], 0);

/** What the server says about its log, as far as it says it. */
export function serverCounts(summary: LogsBody['logsSummary']): Partial<LevelCounts> {
  const said: Record<Level, number | null | undefined> = {
    ERROR: summary?.errorEntries,
    WARN: summary?.warnEntries,
    INFO: summary?.infoEntries,
    DEBUG: summary?.debugEntries,
  };
  return Object.fromEntries(Object.entries(said).filter(([, count]) => count != null));
}

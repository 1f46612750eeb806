import { type Level, levelRank, levels } from '../contract/index.js';

/** Words that say more than the level they count as, so they are shown as they came. */
const FINER_THAN_LEVEL = /^(?:trace|notice|fatal|critical|severe)$/i;

/**
 * A level as people see it: the canonical word for its translations and spellings ("Uyarı" and "warning" are WARN),
 * in capitals what says more (FATAL), and an unknown word as it came. `undefined` when there is none.
 */
export function levelName(level: string | null | undefined): string | undefined {
  if (level == null || level === '') return undefined;
  if (FINER_THAN_LEVEL.test(level)) return level.toUpperCase();
  return levels.canonical(level) ?? level;
}

/** The level that an entry counts as; an unknown or missing one counts as INFO, the API's default. */
export const countedLevel = (level: string | null | undefined): Level =>
  levels.canonical(level) ?? 'INFO';

/** The graver of two levels. */
export const graverLevel = (one: Level, other: Level): Level =>
  levelRank(one) >= levelRank(other) ? one : other;

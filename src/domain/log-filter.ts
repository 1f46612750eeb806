import { type Level, type LogEntry, levelRank } from '../contract/index.js';

/** Which entries of a log are wanted. What is left out does not limit. */
export interface LogFilter {
  /** A threshold: entries at that level and above. */
  level: Level;
  /** One of the entry's texts must match. */
  grep?: RegExp | undefined;
  /** None of the entry's texts may match. */
  exclude?: RegExp | undefined;
  /** Any of these, in any case. */
  components?: readonly string[] | undefined;
  /** Any of these, in any case. */
  stages?: readonly string[] | undefined;
  /** An entry's details as they are shown, for `grep` and `exclude`. */
  detailTexts: (entry: LogEntry) => readonly string[];
}

/** Makes the test that tells whether an entry is wanted. */
export function createLogFilter(filter: LogFilter): (entry: LogEntry) => boolean {
  const leastRank = levelRank(filter.level);
  const isComponent = oneOf(filter.components);
  const isStage = oneOf(filter.stages);
  const matchesText = textTest(filter);
  return (entry) =>
    levelRank(entry.level) >= leastRank &&
    isComponent(entry.component) &&
    isStage(entry.stage) &&
    matchesText(entry);
}

// Each text is tested alone, so that ^ and $ mean the beginning and end of a message or a detail.
function textTest({ grep, exclude, detailTexts }: LogFilter): (entry: LogEntry) => boolean {
  if (grep === undefined && exclude === undefined) return () => true;
  return (entry) => {
    const texts = [entry.message, entry.component, entry.stage, ...detailTexts(entry)];
    const isIn = (pattern: RegExp) => texts.some((text) => text != null && pattern.test(text));
    return (grep === undefined || isIn(grep)) && !(exclude !== undefined && isIn(exclude));
  };
}

function oneOf(names: readonly string[] | undefined): (name: string | null | undefined) => boolean {
  if (names === undefined) return () => true;
  const wanted = new Set(names.map(withoutCase));
  return (name) => name != null && wanted.has(withoutCase(name));
}

// The dotted and dotless i of Turkish do not survive an ordinary lower-casing: İ becomes two code points.
const withoutCase = (text: string): string =>
  text.normalize('NFC').replace(/[İIı]/gu, 'i').toLowerCase();

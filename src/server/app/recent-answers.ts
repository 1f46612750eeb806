/** An answer as it went out; without its body where that is long, or was not asked for. */
export interface SentAnswer {
  tag: string;
  json: string | undefined;
}

/** Answers that were given a moment ago. */
export interface RecentAnswers {
  find(key: string): SentAnswer | undefined;
  keep(key: string, answer: SentAnswer): void;
}

/** The most answers that are kept, and the longest body, in characters: 16 million characters at most. */
const ANSWERS_MAX = 256;
const LENGTH_MAX = 65_536;

/**
 * Keeps answers for as long as nothing has changed: `state` is a text that is another one as soon as any answer could
 * be. Many who watch one job ask the same thing within the same second; it is computed for the first of them.
 */
export function createRecentAnswers(state: () => string): RecentAnswers {
  const kept = new Map<string, SentAnswer>();
  let keptState = '';
  return {
    find: (key) => {
      const now = state();
      if (now !== keptState) kept.clear();
      keptState = now;
      return kept.get(key);
    },
    keep: (key, { tag, json }) => {
      const isShort = json !== undefined && json.length <= LENGTH_MAX;
      if (kept.size < ANSWERS_MAX) kept.set(key, { tag, json: isShort ? json : undefined });
    },
  };
}

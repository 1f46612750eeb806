import { expect, test } from 'vitest';

/** What one promise's test found. Read by the reporter of `npm run promises`. */
export interface PromiseRecord {
  id: string;
  promise: string;
  count: number;
  failures: number;
}

declare module 'vitest' {
  interface TaskMeta {
    promise?: PromiseRecord;
  }
}

/** Whether promises run at their full count (`npm run promises`) or at a smaller one (`npm test`). */
const isFull = process.env['JOBTRACK_PROMISES'] === 'full';

/** What a promise's check is given. */
export interface Trial {
  /** How many cases to check: the full count or the quick one. */
  count: number;
  /** Says that one case did not hold. */
  fail(what: string): void;
}

/**
 * A promise of docs/promises.md as a test: `check` runs `count` cases and says which failed.
 * It may return how many cases it really ran, where that is not `count` (a table whose size is fixed, say).
 */
export function promise(
  id: string,
  sentence: string,
  counts: { full: number; quick: number; timeoutMs?: number },
  check: (trial: Trial) => Promise<number | void> | number | void,
): void {
  const count = isFull ? counts.full : counts.quick;
  test(`${id}: ${sentence}`, {
    timeout: counts.timeoutMs ?? (isFull ? 1_800_000 : 60_000),
  }, async ({ task }) => {
    const failures: string[] = [];
    const ran = await check({ count, fail: (what) => failures.push(what) });
    task.meta.promise = { id, promise: sentence, count: ran ?? count, failures: failures.length };
    expect(failures.slice(0, 10)).toEqual([]);
    expect(ran ?? count).toBeGreaterThan(0);
  });
}

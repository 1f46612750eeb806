import type { SubscriptionEvent } from '../../contract/index.js';

/** What has been told of a job, so that nothing is told twice, whichever way it comes. */
export interface Told {
  /** Notes an event; false when it was told before. */
  note(event: SubscriptionEvent): boolean;
  /** Whether something of this kind was told of, by whatever id; see {@link kindOf}. */
  has(kind: string): boolean;
  /** The sequence of the newest event that has one. */
  last(): number | undefined;
  /** There is nothing to tell of before this sequence. */
  startAt(sequence: number): void;
}

/** How many ids and kinds are remembered. A server resumes behind what was told, so a repetition is never far. */
const KEPT = 10_000;

/** Nothing was told yet. */
export function createTold(): Told {
  const ids = createRing();
  const kinds = createRing();
  let last: number | undefined;
  return {
    note: (event) => {
      const { id, sequence } = event;
      const isKnown = id == null ? isPassed(sequence, last) : !ids.add(id);
      if (isKnown) return false;
      last = sequence ?? last;
      kinds.add(kindOf(event));
      return true;
    },
    has: (kind) => kinds.has(kind),
    last: () => last,
    startAt: (sequence) => {
      last ??= sequence;
    },
  };
}

const isPassed = (sequence: number | null | undefined, last: number | undefined): boolean =>
  sequence != null && last !== undefined && sequence <= last;

/**
 * What an event is about, the same whether a server tells of it or whether it was found by looking: a server says once
 * that a stage starts, that it ends, that a message came up, that a whole percentage was reached.
 */
export function kindOf(event: Pick<SubscriptionEvent, 'type' | 'data' | 'timestamp'>): string {
  const { type, timestamp } = event;
  const { stageName, progress, message } = dataOf(event);
  switch (type) {
    case 'jobCompleted':
      return type;
    case 'stageStarted':
    case 'stageCompleted':
      return JSON.stringify([type, stageName]);
    case 'progressUpdate':
      return JSON.stringify([type, stageName, Math.floor(Number(progress))]);
    case 'debug':
      return JSON.stringify([type, stageName, message, timestamp]);
    default:
      return JSON.stringify([type, stageName, message]);
  }
}

/** What an event says beside its type. */
export const dataOf = ({ data }: Pick<SubscriptionEvent, 'data'>): Record<string, unknown> =>
  data ?? {};

/** A set that forgets what was put in first. */
function createRing(): { add(item: string): boolean; has(item: string): boolean } {
  const items = new Set<string>();
  return {
    add: (item) => {
      if (items.has(item)) return false;
      items.add(item);
      const [oldest] = items;
      if (items.size > KEPT && oldest !== undefined) items.delete(oldest);
      return true;
    },
    has: (item) => items.has(item),
  };
}

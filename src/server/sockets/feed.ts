import { chooseEvent, type Wishes } from '../events/choose-events.js';
import type { OutboxRecord, ToldProgress } from '../store/records.js';

/** How many rows are read at a time. */
const PAGE_ROWS = 100;

/** How many of the newest rows are kept for those who have all before them. */
const KEPT_ROWS = 100;

/** What a row is to somebody: the bytes of its message, or nothing. */
interface Chosen {
  told: ToldProgress;
  message: Buffer | undefined;
}

/** A row of the outbox that many look at. */
export interface FeedRow {
  sequence: number;
  createdAtMs: number;
  /** Chosen, and made into bytes, once for all who want the same and were told the same. */
  choose(wishes: Wishes, told: ToldProgress): Chosen;
}

/** The outbox of one job, read once however many look at it. */
export interface Feed {
  /** The rows behind a sequence, in order, at most {@link PAGE_ROWS}. */
  after(sequence: number): readonly FeedRow[];
  /** Whether no row will follow those that were seen. */
  isFinal(): boolean;
  /** There may be more: it is read when somebody looks. */
  touch(): void;
}

/** What a feed begins with, and where it reads. */
export interface FeedOptions {
  read: (afterSequence: number, limit: number) => readonly OutboxRecord[];
  /** The number of the newest row. */
  last: number;
  isFinal: boolean;
}

/** A feed that was read up to `last`. */
export function createFeed({ read, ...start }: FeedOptions): Feed {
  let { last, isFinal } = start;
  let isStale = false;
  let recent: FeedRow[] = [];
  // Many come back at once after a restart, and all resume at the same place.
  let page: { key: string; rows: readonly FeedRow[] } = { key: '', rows: [] };

  const readPage = (sequence: number): readonly FeedRow[] => {
    const key = `${sequence} ${last}`;
    if (page.key !== key) page = { key, rows: read(sequence, PAGE_ROWS).map(toFeedRow) };
    return page.rows;
  };
  const catchUp = (): void => {
    let rows: readonly OutboxRecord[];
    do {
      rows = read(last, PAGE_ROWS);
      last = rows.at(-1)?.sequence ?? last;
      isFinal ||= rows.some(({ event }) => event === 'jobCompleted');
      recent = [...recent, ...rows.map(toFeedRow)].slice(-KEPT_ROWS);
    } while (rows.length === PAGE_ROWS);
    isStale = false;
  };
  return {
    after: (sequence) => {
      if (isStale) catchUp();
      if (sequence >= last) return [];
      const first = recent[0]?.sequence ?? Number.POSITIVE_INFINITY;
      // Rows are numbered without holes.
      return sequence + 1 < first ? readPage(sequence) : recent.slice(sequence + 1 - first);
    },
    isFinal: () => isFinal,
    touch: () => {
      isStale = true;
    },
  };
}

function toFeedRow(row: OutboxRecord): FeedRow {
  const chosen = new Map<string, Chosen>();
  return {
    sequence: row.sequence,
    createdAtMs: row.createdAtMs,
    choose: (wishes, told) => {
      const key = JSON.stringify([wishes, told]);
      const found = chosen.get(key) ?? choose(row, wishes, told);
      chosen.set(key, found);
      return found;
    },
  };
}

function choose(row: OutboxRecord, wishes: Wishes, before: ToldProgress): Chosen {
  const { told, event } = chooseEvent(wishes, before, row);
  return { told, message: event === undefined ? undefined : Buffer.from(JSON.stringify(event)) };
}

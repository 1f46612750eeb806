import { type Level, levels } from '../../../contract/index.js';
import type { LogQuery } from '../port.js';
import type { LogRecord } from '../records.js';
import type { Connection } from './connection.js';
import { insertInto } from './insert-rows.js';
import { rowShape } from './row-shape.js';

/*
 * Log entries lie in the order of their job and sequence, and have no other index: a second one would halve the speed
 * of writing. Instead each block of 64 neighbours has a row that says which times and levels it holds, so that a
 * search reads only blocks that can hold what it looks for.
 */
const BLOCK = 64;

const shape = rowShape<LogRecord>({
  sequence: 'number',
  timeMs: 'number',
  level: 'level',
  component: 'text',
  stage: 'text',
  message: 'text',
  details: 'json',
});

const insertEntries = insertInto({ table: 'logs', columns: ['job', ...shape.columns] });

const insertBlocks = insertInto({
  table: 'log_blocks',
  columns: ['job', 'block', 'first_ms', 'last_ms', 'levels'],
  conflict: `ON CONFLICT (job, block) DO UPDATE SET
    first_ms = min(first_ms, excluded.first_ms),
    last_ms = max(last_ms, excluded.last_ms),
    levels = levels | excluded.levels`,
});

/** The driver binds every number as a fraction, so what is divided in whole numbers has to be made whole. */
const SEARCH = `
SELECT ${shape.columns.map((column) => `entry.${column}`).join(', ')}
FROM log_blocks AS block CROSS JOIN logs AS entry
  ON entry.job = block.job
  AND entry.sequence BETWEEN block.block * ${BLOCK} AND block.block * ${BLOCK} + ${BLOCK - 1}
WHERE block.job = ?1
  AND block.block >= CAST(?2 AS INTEGER) / ${BLOCK} AND entry.sequence > ?2
  AND block.levels & ?3 AND (1 << entry.level) & ?3
  AND block.last_ms >= ?4 AND entry.time_ms >= ?4
  AND block.first_ms <= ?5 AND entry.time_ms <= ?5
ORDER BY block.block, entry.sequence
LIMIT ?6`;

interface Block {
  number: number;
  firstMs: number;
  lastMs: number;
  levels: number;
}

const bitOf = (level: Level): number => 1 << levels.words.indexOf(level);

const bitsOf = (wanted: readonly Level[]): number =>
  wanted.reduce((bits, level) => bits | bitOf(level), 0);

function blockOf({ sequence, timeMs, level }: LogRecord): Block {
  return {
    number: Math.floor(sequence / BLOCK),
    firstMs: timeMs,
    lastMs: timeMs,
    levels: bitOf(level),
  };
}

function widen(block: Block, other: Block): void {
  block.firstMs = Math.min(block.firstMs, other.firstMs);
  block.lastMs = Math.max(block.lastMs, other.lastMs);
  block.levels |= other.levels;
}

function blocksOf(entries: readonly LogRecord[]): Iterable<Block> {
  const blocks = new Map<number, Block>();
  for (const entry of entries) {
    const own = blockOf(entry);
    const known = blocks.get(own.number);
    if (known === undefined) blocks.set(own.number, own);
    else widen(known, own);
  }
  return blocks.values();
}

/** Adds entries to the log of a job. */
export function insertLogs(
  connection: Connection,
  job: number,
  entries: readonly LogRecord[],
): void {
  insertEntries(
    connection,
    entries.map((entry) => [job, ...shape.toRow(entry)]),
  );
  const blocks = [...blocksOf(entries)].map(({ number, firstMs, lastMs, levels: bits }) => [
    job,
    number,
    firstMs,
    lastMs,
    bits,
  ]);
  insertBlocks(connection, blocks);
}

/** The lowest numbers of a job's log that match, in order. */
export function readLogs(
  connection: Connection,
  job: number,
  query: LogQuery,
): readonly LogRecord[] {
  return connection
    .all(SEARCH, [
      job,
      query.afterSequence ?? 0,
      bitsOf(query.levels),
      query.fromMs ?? Number.MIN_SAFE_INTEGER,
      query.toMs ?? Number.MAX_SAFE_INTEGER,
      query.limit,
    ])
    .map((row) => shape.toRecord(row));
}

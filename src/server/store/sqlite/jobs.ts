import { ApiError } from '../../api-error.js';
import type { JobRecord } from '../records.js';
import type { Connection } from './connection.js';
import { insertInto } from './insert-rows.js';
import { encodeText, rowShape } from './row-shape.js';

/** What the indexes hold. It seldom changes, and writing it costs a page of every index. */
const indexed = {
  id: 'text',
  type: 'text',
  submittedBy: 'text',
  status: 'text',
  createdAtMs: 'number',
  endedAtMs: 'number',
} as const;

const others = {
  name: 'text',
  priority: 'text',
  startedAtMs: 'number',
  percent: 'number',
  recordsProcessed: 'number',
  totalRecords: 'number',
  activity: 'json',
  memoryLimitBytes: 'number',
  cpuCores: 'number',
  quality: 'json',
  metrics: 'json',
  exitCode: 'number',
  reason: 'text',
  heartbeatMs: 'number',
  lastHeardMs: 'number',
  logCounts: 'json',
  registration: 'text',
  told: 'json',
  logSequence: 'number',
  eventSequence: 'number',
  revision: 'number',
} as const;

const shape = rowShape<JobRecord>({ ...indexed, ...others });
const indexedShape = rowShape<Pick<JobRecord, keyof typeof indexed>>(indexed);
const otherShape = rowShape<Pick<JobRecord, keyof typeof others>>(others);

/** The columns of a job, for a SELECT whose rows {@link toJob} reads. */
export const jobColumns = shape.columns.join(', ');
export const toJob = shape.toRecord;

const ONE = `SELECT ${jobColumns} FROM jobs WHERE id = ?`;
const NUMBER = 'SELECT number FROM jobs WHERE id = ?';
const insertRows = insertInto({ table: 'jobs', columns: shape.columns });

const update = (columns: readonly string[]): string =>
  `UPDATE jobs SET ${columns.map((column, index) => `${column} = ?${index + 2}`).join(', ')} WHERE number = ?1`;

const UPDATE_OTHERS = update(otherShape.columns);
const UPDATE_INDEXED = `${update(indexedShape.columns)} AND (${indexedShape.columns
  .map((column, index) => `${column} IS NOT ?${index + 2}`)
  .join(' OR ')})`;

export function readJob(connection: Connection, id: string): JobRecord | undefined {
  const row = connection.get(ONE, [encodeText(id)]);
  return row === undefined ? undefined : toJob(row);
}

/** The number that a job's other rows know it by; `undefined` when there is no such job. */
export function findNumber(connection: Connection, id: string): number | undefined {
  const row = connection.get(NUMBER, [encodeText(id)]);
  return row === undefined ? undefined : Number(row[0]);
}

/** Like {@link findNumber}, for a write: throws ApiError JOB_NOT_FOUND. */
export function numberOf(connection: Connection, id: string): number {
  const number = findNumber(connection, id);
  if (number === undefined) throw new ApiError('JOB_NOT_FOUND', `There is no job ${id}.`);
  return number;
}

/** Throws ApiError JOB_EXISTS when there is a job of this id. */
export function insertJob(connection: Connection, job: JobRecord): number {
  if (findNumber(connection, job.id) !== undefined) {
    throw new ApiError('JOB_EXISTS', `There is a job ${job.id} already.`);
  }
  insertRows(connection, [shape.toRow(job)]);
  return numberOf(connection, job.id);
}

export function updateJob(connection: Connection, number: number, job: JobRecord): void {
  connection.run(UPDATE_OTHERS, [number, ...otherShape.toRow(job)]);
  connection.run(UPDATE_INDEXED, [number, ...indexedShape.toRow(job)]);
}

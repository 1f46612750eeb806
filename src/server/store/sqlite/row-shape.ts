import { type Level, levels } from '../../../contract/index.js';
import type { Row, Value } from './connection.js';

/** How a field lies in its column. */
type KindOf<V> = [V] extends [number]
  ? 'number'
  : [V] extends [boolean]
    ? 'flag'
    : [V] extends [Level]
      ? 'level'
      : [V] extends [string]
        ? 'text'
        : 'json';

type Kind = 'number' | 'flag' | 'level' | 'text' | 'json';

/** Every field of a record and its kind: a field that is forgotten does not compile. */
export type Fields<R> = { readonly [K in keyof R]-?: KindOf<NonNullable<R[K]>> };

interface Codec {
  encode(value: never): Value;
  decode(value: Value): unknown;
}

/**
 * Reads back whole what {@link encodeText} wrote. The driver cuts a text at its first NUL when it reads it, so one
 * that holds a NUL lies there as bytes.
 */
const decodeText = (value: Value): unknown => (Buffer.isBuffer(value) ? value.toString() : value);

/** A text as it is stored and looked for. */
export const encodeText = (text: string): Value => (text.includes('\0') ? Buffer.from(text) : text);

const codecs: Record<Kind, Codec> = {
  number: { encode: (value: number) => value, decode: (value) => value },
  flag: { encode: (value: boolean) => (value ? 1 : 0), decode: (value) => value === 1 },
  level: {
    encode: (value: Level) => levels.words.indexOf(value),
    decode: (value) => levels.words[Number(value)],
  },
  text: { encode: encodeText, decode: decodeText },
  json: {
    encode: (value: unknown) => JSON.stringify(value),
    decode: (value) => JSON.parse(String(value)) as unknown,
  },
};

/** A record and the row that it is stored as. What is not known is NULL in a row and left out of a record. */
export interface RowShape<R> {
  /** The columns, quoted, as SQL lists them. */
  columns: readonly string[];
  toRow(record: R): Value[];
  toRecord(row: Row): R;
}

const columnName = (field: string): string =>
  `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;

/** The columns are named like the fields: `time_ms` holds `timeMs`. */
export function rowShape<R extends object>(fields: Fields<R>): RowShape<R> {
  const names = Object.keys(fields) as (keyof R & string)[];
  const codecOf = Object.values<Kind>(fields).map((kind) => codecs[kind]);
  return {
    columns: names.map(columnName),
    toRow: (record) =>
      codecOf.map((codec, index) => {
        const value = record[names[index] as keyof R];
        return value === undefined ? null : codec.encode(value as never);
      }),
    toRecord: (row) => {
      const record: Partial<Record<keyof R, unknown>> = {};
      codecOf.forEach((codec, index) => {
        const value = row[index] ?? null;
        if (value !== null) record[names[index] as keyof R] = codec.decode(value);
      });
      return record as R;
    },
  };
}

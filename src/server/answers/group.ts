import { type Known, known } from '../known.js';

/** The fields that are known; `undefined` when none is, so that an answer has no empty group. */
export function group<T extends object>(fields: T): Known<T> | undefined {
  const found = known(fields);
  return Object.keys(found).length === 0 ? undefined : found;
}

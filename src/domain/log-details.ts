import type { LogEntry } from '../contract/index.js';
import { type FlatValue, flatten } from './flatten.js';

const OWN_FIELDS = new Set([
  'timestamp',
  'level',
  'component',
  'stage',
  'message',
  'details',
  'sequence',
]);

/**
 * Everything an entry tells beyond its time, level, component, stage and message: its details, then the fields that
 * the API does not document.
 */
export function entryDetails(entry: LogEntry): FlatValue[] {
  const others = Object.entries(entry).filter(([key]) => !OWN_FIELDS.has(key));
  return [...flatten(entry.details ?? {}), ...flatten(Object.fromEntries(others))];
}

import type { LogEntry } from '../../contract/index.js';
import type { FlatValue } from '../../domain/flatten.js';
import { entryDetails } from '../../domain/log-details.js';
import { openFacts } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';

/** What can't stand in `key=value` without quotes. */
const NEEDS_QUOTES = /[\s"=]|^$/;

/** A detail as a pipe shows it: `key=value`, with quotes around what holds spaces. The value is as it came. */
export function detailPair({ path, value }: FlatValue): SafeText {
  return safe`${quoted(path)}=${quoted(String(value))}`;
}

const quoted = (text: string): SafeText =>
  inline(NEEDS_QUOTES.test(text) ? JSON.stringify(text) : text);

/**
 * The details of an entry in the forms they are shown in, on a terminal and in a pipe: a search finds the same
 * entries in both.
 */
export function shownDetails(entry: LogEntry, look: Look): string[] {
  const details = entryDetails(entry);
  const onTerminal = openFacts(details, look).map(([name, value]) => `${name} ${value}`);
  return [...details.map(detailPair), ...onTerminal];
}

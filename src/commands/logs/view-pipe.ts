import type { LogEntry } from '../../contract/index.js';
import { entryDetails } from '../../domain/log-details.js';
import { levelName } from '../../domain/log-level.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';
import { detailPair } from './detail-texts.js';
import { levelPaint } from './level-paint.js';

/**
 * An entry in one line, for grep and for files: two spaces between its parts, `-` for one that is missing, a line end
 * inside the message as `\n`, details as `key=value`.
 */
export const pipeLine = (
  entry: LogEntry,
  look: Look,
  options: { showsDetails: boolean },
): SafeText =>
  join([look.formats.time(entry.timestamp), ...pipeParts(entry, look, options)], safe`  `);

/** The same without the time: level, component, stage, message and details. */
export function pipeParts(
  entry: LogEntry,
  look: Look,
  options: { showsDetails: boolean },
): SafeText[] {
  const parts = [
    levelPaint(entry, look)(orDash(levelName(entry.level))),
    ...[entry.component, entry.stage, entry.message].map(orDash),
  ];
  const details = options.showsDetails ? entryDetails(entry) : [];
  if (details.length > 0) parts.push(join(details.map(detailPair), safe` `));
  return parts;
}

const orDash = (text: string | null | undefined): SafeText =>
  text == null || text === '' ? safe`-` : inline(text);

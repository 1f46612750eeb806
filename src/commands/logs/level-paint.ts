import type { LogEntry } from '../../contract/index.js';
import { countedLevel } from '../../domain/log-level.js';
import type { Look } from '../../render/look.js';
import type { Paint } from '../../render/theme.js';

/** The colour of an entry's level. */
export function levelPaint({ level }: LogEntry, { theme }: Look): Paint {
  const paints = { DEBUG: theme.faint, INFO: theme.good, WARN: theme.caution, ERROR: theme.bad };
  return paints[countedLevel(level)];
}

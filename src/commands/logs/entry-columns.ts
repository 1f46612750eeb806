import type { LogEntry } from '../../contract/index.js';
import { levelName } from '../../domain/log-level.js';
import type { Look } from '../../render/look.js';
import { inline } from '../../render/safe-text.js';
import { GUTTER } from '../../render/table-plan.js';
import { width } from '../../render/width.js';

/** Columns that the parts of an entry take in its first line; 0 for a part that is told below. */
export interface EntryColumns {
  time: number;
  level: number;
  component: number;
  stage: number;
  /** Columns of the message. */
  message: number;
  /** Whether the message stands below the other parts instead of beside them. */
  isStacked: boolean;
}

const CLOCK = 8;
const LEVEL_MAX = 8;
const NAME_MAX = 24;
/** Less than this is no room to read a message in. */
const MESSAGE_MIN = 40;
const NAME_MIN = 6;

/** Columns before a message that stands below. */
export const STACKED_INDENT = 2;

/**
 * Chooses columns that fit the look: stage and component leave the first line before the message gets too narrow.
 * `atLeast`: none is narrower than there.
 */
export function columnsFor(
  entries: readonly LogEntry[],
  look: Look,
  atLeast?: EntryColumns,
): EntryColumns {
  const widestOf = (
    part: 'level' | 'component' | 'stage',
    text: (entry: LogEntry) => string | null | undefined,
    most: number,
  ) => Math.max(atLeast?.[part] ?? 0, widest(entries, text, most));
  const level = widestOf('level', (entry) => levelName(entry.level) ?? '-', LEVEL_MAX);
  const component = widestOf('component', (entry) => entry.component, NAME_MAX);
  const stage = widestOf('stage', (entry) => entry.stage, NAME_MAX);
  for (const parts of [
    { level, component, stage },
    { level, component, stage: 0 },
  ]) {
    const message = look.width - usedBy(CLOCK, ...Object.values(parts));
    if (message >= MESSAGE_MIN) return { time: CLOCK, ...parts, message, isStacked: false };
  }
  return stacked(level, component, look);
}

function stacked(level: number, component: number, look: Look): EntryColumns {
  const room = look.width - usedBy(CLOCK, level);
  return {
    time: CLOCK,
    level,
    component: room < Math.min(component, NAME_MIN) ? 0 : Math.min(component, room),
    stage: 0,
    message: Math.max(1, look.width - STACKED_INDENT),
    isStacked: true,
  };
}

/** Columns of several parts with a gutter behind each; a part of no columns has none. */
export const usedBy = (...parts: readonly number[]): number =>
  parts.reduce((sum, columns) => sum + (columns === 0 ? 0 : columns + GUTTER), 0);

function widest(
  entries: readonly LogEntry[],
  text: (entry: LogEntry) => string | null | undefined,
  most: number,
): number {
  let found = 0;
  for (const entry of entries) found = Math.max(found, width(inline(text(entry) ?? '')));
  return Math.min(found, most);
}

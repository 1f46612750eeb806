import type { ProgressBody } from '../../../contract/index.js';
import type { Look } from '../../../render/look.js';
import { knownParts, optional } from '../../../render/rows.js';
import { inline, join, type SafeText, safe, spaces, trimEnd } from '../../../render/safe-text.js';
import type { Paint } from '../../../render/theme.js';
import { pad, width } from '../../../render/width.js';
import { cut, dotted, indentOf } from './line.js';

/** A name and what is known under it, in one line; all names of the screen are as wide as the widest. */
export function factLine(name: string, value: SafeText, look: Look): SafeText {
  const label = look.theme.faint(pad(inline(name), labelColumns(look)));
  return cut(trimEnd(join([spaces(indentOf(look)), label, safe`  `, value])), look);
}

/** Columns of the names before activity, resources and quality. */
export function labelColumns({ messages }: Look): number {
  const { activity, cpu, memory, rate, disk, quality } = messages.progress;
  return Math.max(
    ...[activity, cpu, memory, rate, disk, quality].map((name) => width(inline(name))),
  );
}

/** What the job does at the moment. */
export function activityLines(activity: ProgressBody['currentActivity'], look: Look): SafeText[] {
  const parts = [activity?.component, activity?.operation, activity?.details].flatMap((text) =>
    text == null || text === '' ? [] : [inline(text)],
  );
  if (parts.length === 0) return [];
  return [factLine(look.messages.progress.activity, dotted(parts, look), look)];
}

/** How good the job's data and work are, in a line. */
export function qualityLines(quality: ProgressBody['qualityMetrics'], look: Look): SafeText[] {
  const parts = qualityParts(quality, look);
  return parts.length === 0
    ? []
    : [factLine(look.messages.progress.quality, dotted(parts, look), look)];
}

/** The same in parts. */
export function qualityParts(quality: ProgressBody['qualityMetrics'], look: Look): SafeText[] {
  const { progress: words, watch, logs } = look.messages;
  const { number } = look.formats;
  const { caution, bad } = look.theme;
  const { WARN: warnings, ERROR: errors } = logs.levelCount;
  return knownParts(
    optional(quality?.dataQualityScore, (score) => watch.score(number(score))),
    optional(quality?.validationsPassed, (count) => words.passed(number(count))),
    counted(quality?.validationsFailed, bad, (count) => words.failed(number(count))),
    counted(quality?.warningsGenerated, caution, (count) => warnings(count, number(count))),
    counted(quality?.errorsEncountered, bad, (count) => errors(count, number(count))),
  );
}

/** A count that has a colour where it is not 0. */
function counted(
  count: number | null | undefined,
  paint: Paint,
  words: (count: number) => string,
): SafeText | undefined {
  if (count == null) return undefined;
  const text = inline(words(count));
  return count > 0 ? paint(text) : text;
}

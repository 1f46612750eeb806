import { type Status, statuses } from '../../../contract/index.js';
import type { StageProgress } from '../../../domain/stage-progress.js';
import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe } from '../../../render/safe-text.js';
import { statusSymbol } from '../../../render/symbols.js';
import { statusPaint } from '../../../render/theme.js';
import { cut, dotted } from './line.js';

/** `✓ 12 stages done, 14m 3s`, and how many of them were cancelled; no line where none is folded. */
export function endedLine(stages: readonly StageProgress[], look: Look): SafeText[] {
  const words = look.messages.watch.stages;
  const cancelled = stages.filter(isCancelled);
  const done = stages.filter((item) => !isCancelled(item));
  const parts = [
    ...folded(
      'Completed',
      done,
      (count, figure) => words.done(count, figure, spanOf(done, look)),
      look,
    ),
    ...folded('Cancelled', cancelled, words.cancelled, look),
  ];
  return parts.length === 0 ? [] : [cut(dotted(parts, look), look)];
}

/** In place of more active stages than there are rows for. */
export const activeLine = (stages: readonly StageProgress[], look: Look): SafeText[] =>
  folded('Running', stages, look.messages.watch.stages.going, look).map((line) => cut(line, look));

/** In place of the stages that are yet to come. */
export const comingLine = (stages: readonly StageProgress[], look: Look): SafeText[] =>
  folded('Pending', stages, look.messages.watch.stages.coming, look).map((line) => cut(line, look));

const isCancelled = ({ stage }: StageProgress): boolean =>
  statuses.canonical(stage.status) === 'Cancelled';

function folded(
  status: Status,
  stages: readonly StageProgress[],
  words: (count: number, figure: string) => string,
  look: Look,
): SafeText[] {
  if (stages.length === 0) return [];
  const sign = statusPaint(look.theme, status)(statusSymbol(look.symbols, status));
  const text = inline(words(stages.length, look.formats.number(stages.length)));
  return [safe`${sign} ${status === 'Pending' ? look.theme.faint(text) : text}`];
}

/** From the first start to the last end. */
function spanOf(stages: readonly StageProgress[], { formats }: Look): SafeText | undefined {
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  for (const { times } of stages) {
    startMs = Math.min(startMs, times.startMs ?? startMs);
    endMs = Math.max(endMs, times.endMs ?? endMs);
  }
  return endMs >= startMs ? formats.duration(endMs - startMs) : undefined;
}

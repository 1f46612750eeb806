import type { Times } from '../../../domain/job-times.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe, spaces } from '../../../render/safe-text.js';
import { steadyCountdown, steadyDuration, steadyWidest } from '../../../render/steady.js';
import { pad, width } from '../../../render/width.js';
import type { Glance } from './glance.js';
import { cut, indentOf } from './line.js';

/** A time with its name; both in as many columns as the widest that can stand there. */
interface NamedTime {
  name: SafeText;
  value: SafeText;
}

/** Whether there is a time of the job to tell. */
export const hasTimes = ({ times }: Glance): boolean =>
  [times.startMs, times.endMs, times.elapsedMs, times.remainingMs, times.lateMs].some(
    (timeMs) => timeMs !== undefined,
  );

/** A job's times side by side, as many as fit. Figures that tick stay where they are. */
export function timesLine({ times }: Glance, look: Look): SafeText {
  const indent = indentOf(look);
  const isNarrow = indent === 0;
  let line = spaces(indent);
  let used = indent;
  for (const { name, value } of namedTimes(times, look)) {
    const gap = used === indent ? 0 : isNarrow ? 2 : 3;
    const part = join([spaces(gap), look.theme.faint(name), spaces(isNarrow ? 1 : 2), value]);
    if (used + width(part) > look.width) break;
    line = safe`${line}${part}`;
    used += width(part);
  }
  return cut(line, look);
}

function namedTimes(times: Times, look: Look): NamedTime[] {
  const { messages, formats } = look;
  const { progress: words, units } = messages;
  const columns = width(steadyWidest(units));
  const isRunning = times.phase === 'running';
  const end = isRunning ? times.expectedEndMs : times.endMs;
  return [
    ...named(isRunning ? words.elapsed : words.took, times.elapsedMs, (durationMs) =>
      pad(steadyDuration(durationMs, units), columns),
    ),
    ...leftTime(times, columns, look),
    ...named(isRunning ? words.finish : words.finished, end, formats.time),
  ];
}

/** What remains, or how late the job is: one takes the place of the other. */
function leftTime({ lateMs, remainingMs }: Times, columns: number, look: Look): NamedTime[] {
  const { progress: words, units } = look.messages;
  const nameColumns = Math.max(width(inline(words.remaining)), width(inline(words.late)));
  const padded = (name: string): SafeText => pad(inline(name), nameColumns);
  if (lateMs !== undefined) {
    const value = look.theme.caution(pad(steadyDuration(lateMs, units), columns));
    return [{ name: padded(words.late), value }];
  }
  if (remainingMs === undefined) return [];
  return [
    { name: padded(words.remaining), value: pad(steadyCountdown(remainingMs, units), columns) },
  ];
}

const named = (
  name: string,
  value: number | undefined,
  show: (value: number) => SafeText,
): NamedTime[] => (value === undefined ? [] : [{ name: inline(name), value: show(value) }]);

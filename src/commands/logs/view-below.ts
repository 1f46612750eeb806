import type { LogEntry } from '../../contract/index.js';
import type { FlatValue } from '../../domain/flatten.js';
import { entryDetails } from '../../domain/log-details.js';
import { type Fact, factLine, openFacts } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, logLines, type SafeText, safe, spaces } from '../../render/safe-text.js';
import { wrap } from '../../render/width.js';

/** A part of the entry that its first line has no room for. */
interface CutPart {
  name: 'time' | 'level' | 'component' | 'stage';
  text: SafeText;
}

/** Below an entry: what its first line had to cut, and its details. */
export function belowView(
  entry: LogEntry,
  cut: readonly CutPart[],
  indent: number,
  look: Look,
  options: { showsDetails: boolean },
): SafeText[] {
  const told = cut.map(({ name, text }): Fact => [inline(look.messages.logs.labels[name]), text]);
  const details = options.showsDetails ? entryDetails(entry) : [];
  const short = details.filter((detail) => !hasLines(detail));
  const long = details.filter(hasLines);
  return [
    ...factLine([...told, ...openFacts(short, look)], look, indent),
    ...long.flatMap((detail) => textView(detail, indent, look)),
  ];
}

const hasLines = ({ value }: FlatValue): boolean =>
  typeof value === 'string' && value.trim().includes('\n');

/** A detail of several lines, such as a stack trace, under its name. */
function textView({ path, value }: FlatValue, indent: number, look: Look): SafeText[] {
  const below = (lines: readonly SafeText[], columns: number): SafeText[] =>
    lines
      .flatMap((line) => wrap(line, Math.max(1, look.width - columns)))
      .map((line) => safe`${spaces(columns)}${line}`);
  const name = below([inline(path)], indent).map(look.theme.faint);
  return [...name, ...below(logLines(String(value).trimEnd(), { color: false }), indent + 2)];
}

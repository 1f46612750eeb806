import type { FlatValue } from '../domain/flatten.js';
import type { Look } from './look.js';
import { inline, join, type SafeText, safe, spaces } from './safe-text.js';
import { pad, width, wrap } from './width.js';

/** A name and what is known under it. */
export type Fact = readonly [name: SafeText, value: SafeText];

/** What facts need to know of a look. */
type FactLook = Pick<Look, 'width' | 'theme'>;

/** Facts a line each, their values below each other; long values go on below themselves. */
export function factList(facts: readonly Fact[], look: FactLook): SafeText[] {
  const widest = Math.max(0, ...facts.map(([name]) => width(name)));
  const names = Math.min(widest, Math.floor(look.width / 2));
  return facts.flatMap(([name, value]) => {
    const room = Math.max(8, look.width - names - 2);
    return wrap(value, room).map(
      (line, index) => safe`${look.theme.faint(pad(index === 0 ? name : safe``, names))}  ${line}`,
    );
  });
}

/** Facts one after the other, `name value`, in as many lines as they need. */
export function factLine(facts: readonly Fact[], look: FactLook, indent = 0): SafeText[] {
  if (facts.length === 0) return [];
  const space = spaces(indent);
  const parts = facts.map(([name, value]) => safe`${look.theme.faint(name)} ${value}`);
  return flow(parts, Math.max(8, look.width - indent)).map((line) => safe`${space}${line}`);
}

/** The values of an open map as facts: numbers in the user's language, yes and no in words. */
export function openFacts(values: readonly FlatValue[], look: Look): Fact[] {
  return values.map(({ path, value }) => [inline(path), openValue(value, look)]);
}

function openValue(value: FlatValue['value'], look: Look): SafeText {
  if (typeof value === 'number') return look.formats.number(value, 6);
  if (typeof value === 'boolean') return inline(look.messages.words[value ? 'yes' : 'no']);
  if (value === null) return safe`-`;
  return look.formats.quantity(value);
}

/** Sets parts beside each other with two spaces between them, a new line where the next does not fit. */
export function flow(parts: readonly SafeText[], columns: number): SafeText[] {
  if (columns === Number.POSITIVE_INFINITY)
    return parts.length === 0 ? [] : [join(parts, safe`  `)];
  const lines: SafeText[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const wide = width(part);
    if (used + 2 + wide > columns) {
      lines.push([]);
      used = -2;
    }
    lines.at(-1)?.push(part);
    used += 2 + wide;
  }
  return lines.flatMap((line) => wrap(join(line, safe`  `), columns));
}

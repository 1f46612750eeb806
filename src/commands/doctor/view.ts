import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe, spaces } from '../../render/safe-text.js';
import { pad, width, wrap } from '../../render/width.js';
import type { Check, CheckState } from './check.js';

/** Room for words beside the names of the checks; with less than this they stand below. */
const ROOM_MIN = 24;

/** A line a check, and a line below it that says what to do, where there is something to do. */
export function doctorView(checks: readonly Check[], look: Look): SafeText[] {
  const names = checks.map(({ name }) => inline(look.messages.doctor.names[name]));
  const column = Math.max(0, ...names.map(width));
  return checks.flatMap((check, place) => {
    const name = pad(names[place] ?? safe``, column);
    const head = safe`${mark(check.state, look)} ${name}`;
    return beside(head, text(check, look.width - width(head) - 2, look), check, look);
  });
}

/** The text next to the head where there is room for it, else below. */
function beside(head: SafeText, lines: SafeText[], check: Check, look: Look): SafeText[] {
  const indent = width(head) + 2;
  if (look.width - indent >= ROOM_MIN) {
    const space = spaces(indent);
    return lines.map((line, place) => safe`${place === 0 ? safe`${head}  ` : space}${line}`);
  }
  return [head, ...text(check, look.width - 2, look).map((line) => safe`  ${line}`)];
}

function text({ detail, durationMs, state, todo }: Check, room: number, look: Look): SafeText[] {
  const { theme } = look;
  const columns = Math.max(8, room);
  const paint = state === 'skipped' ? theme.faint : theme.plain;
  const found = wrap(inline(detail), columns);
  const lines = found.map(paint);
  if (durationMs !== undefined && durationMs > 0) {
    const took = look.formats.duration(durationMs);
    const last = found.at(-1) ?? safe``;
    if (width(last) + 2 + width(took) > columns) lines.push(theme.faint(took));
    else lines[lines.length - 1] = safe`${paint(last)}  ${theme.faint(took)}`;
  }
  const advice = todo === undefined ? [] : wrap(inline(todo), columns);
  return [...lines, ...advice.map(state === 'warning' ? theme.caution : theme.bad)];
}

/** A sign on a terminal; a word where programs read along. */
function mark(state: CheckState, look: Look): SafeText {
  const { theme, symbols, messages } = look;
  const paints = {
    ok: theme.good,
    warning: theme.caution,
    failed: theme.bad,
    skipped: theme.faint,
  };
  const signs = {
    ok: symbols.done,
    warning: symbols.warning,
    failed: symbols.failed,
    skipped: symbols.separator,
  };
  if (look.terminal) return paints[state](signs[state]);
  const words = messages.doctor.states;
  const column = Math.max(...Object.values(words).map((word) => width(inline(word))));
  return pad(inline(words[state]), column);
}

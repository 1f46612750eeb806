import type { KeyName } from '../../../i18n/areas/watch.js';
import { flow } from '../../../render/facts.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe } from '../../../render/safe-text.js';
import { width } from '../../../render/width.js';
import { cut, inColumns, rule } from './line.js';
import type { Screen } from './screen.js';
import { intervalText } from './status-line.js';

/** A key, what it does, and whether that is on where it switches something. */
interface Key {
  sign: SafeText;
  name: KeyName;
  isOn?: boolean;
}

const SIGN_COLUMNS = 3;

/** The keys in so many rows: a line each where there is room, else in a word beside each other. */
export function helpLines(isSingle: boolean, screen: Screen, rows: number, look: Look): SafeText[] {
  const keys = keysOf(isSingle, screen);
  if (rows > keys.length) {
    const title = rule(inline(look.messages.watch.titles.help), false, look);
    return [title, ...keys.map((key) => keyLine(key, screen, look))];
  }
  const words = keys.map(
    ({ sign, name }) => safe`${look.theme.strong(sign)} ${inline(look.messages.watch.keys[name])}`,
  );
  return flow(words, look.width).slice(0, rows);
}

/** In a sentence where it fits, else in a word: what is cut off first would be the state, which matters most. */
function keyLine({ sign, name, isOn }: Key, { intervalMs }: Screen, look: Look): SafeText {
  const { theme, messages } = look;
  const { help, keys } = messages.watch;
  const every = intervalText(intervalMs, look);
  const states = isOn === undefined ? [] : [isOn ? help.on : help.off];
  const says = (does: string, inBrackets: readonly string[]): SafeText => {
    const state = inBrackets.map((text) => theme.faint(inline(`(${text})`)));
    const key = theme.strong(inColumns(sign, SIGN_COLUMNS, look));
    return safe`  ${join([key, inline(does), ...state], safe` `)}`;
  };
  const long = says(name === 'interval' ? help.interval(every) : help[name], states);
  if (width(long) <= look.width) return long;
  return cut(says(keys[name], name === 'interval' ? [every] : states), look);
}

/** Several jobs have no panels of their own. */
function keysOf(isSingle: boolean, { panels, isPaused }: Screen): Key[] {
  const panelsOfOne: Key[] = [
    { sign: safe`t`, name: 'timeline', isOn: panels.timeline },
    { sign: safe`m`, name: 'metrics', isOn: panels.metrics },
    { sign: safe`d`, name: 'dependencies', isOn: panels.dependencies },
  ];
  return [
    { sign: safe`q`, name: 'quit' },
    { sign: safe`p`, name: isPaused ? 'resume' : 'pause' },
    { sign: safe`+ -`, name: 'interval' },
    { sign: safe`l`, name: 'logs', isOn: panels.logs },
    ...(isSingle ? panelsOfOne : []),
    { sign: safe`?`, name: 'help' },
  ];
}

import type { KeyName } from '../../../i18n/areas/watch.js';
import { flow } from '../../../render/facts.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe } from '../../../render/safe-text.js';
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

function keyLine({ sign, name, isOn }: Key, { intervalMs }: Screen, look: Look): SafeText {
  const { theme, messages } = look;
  const { help } = messages.watch;
  const does = name === 'interval' ? help.interval(intervalText(intervalMs, look)) : help[name];
  const state = isOn === undefined ? [] : [theme.faint(inline(`(${isOn ? help.on : help.off})`))];
  const key = theme.strong(inColumns(sign, SIGN_COLUMNS, look));
  return cut(safe`  ${join([key, inline(does), ...state], safe` `)}`, look);
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

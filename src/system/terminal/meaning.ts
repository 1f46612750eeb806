import type { Key as TypedKey } from 'node:readline';
import type { Key } from '../../ports/terminal.js';

/** What somebody means by a key: the key itself, or what a terminal does by itself unless it is in raw mode. */
export type Meaning = { key: Key } | { control: 'interrupt' | 'stop' | 'quit' };

const CONTROLS: ReadonlyMap<string | undefined, 'interrupt' | 'stop' | 'quit'> = new Map([
  ['\x03', 'interrupt'],
  ['\x1a', 'stop'],
  ['\x1c', 'quit'],
]);

const NAMED = new Set(
  'up down left right pageup pagedown home end return escape tab space backspace delete'.split(' '),
);

/** The meaning of what Node has read; `undefined` for keys that no view knows. */
export function meaningOf(
  text: string | undefined,
  { sequence, name, ctrl = false, meta = false }: TypedKey,
): Meaning | undefined {
  const control = CONTROLS.get(sequence);
  if (control !== undefined) return { control };
  if (ctrl) return undefined;
  if (name !== undefined && NAMED.has(name)) return { key: name };
  const isCharacter = text !== undefined && /^[^\p{C}\p{Z}]/u.test(text);
  return isCharacter && !meta ? { key: text } : undefined;
}

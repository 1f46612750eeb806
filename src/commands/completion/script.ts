import type { Messages } from '../../i18n/messages.js';
import { bash } from './scripts/bash.js';
import { fish } from './scripts/fish.js';
import { powershell } from './scripts/powershell.js';
import { zsh } from './scripts/zsh.js';
import { installLines, type Shell } from './shells.js';

const scripts: Record<Shell, string> = { bash, zsh, fish, powershell };

/** A shell's script as lines; its head says how to install it. */
export function scriptLines(shell: Shell, { completion }: Messages): string[] {
  const head = [`# ${completion.head(shell)}`, `#   ${installLines[shell]}`];
  // zsh knows a completion in its folders by this first line.
  const mark = shell === 'zsh' ? ['#compdef jobtrack'] : [];
  return [...mark, ...head, ...scripts[shell].trimEnd().split('\n')];
}

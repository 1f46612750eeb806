import { type SafeText, safe } from '../../render/safe-text.js';
import { cells, fromCells } from '../../render/width/cells.js';
import { truncate } from '../../render/width.js';
import type { Frame, Taskbar } from './types.js';

/** What a frame shows outside of the screen. */
export type Marks = Pick<Frame, 'title' | 'taskbar'>;

/** Which of them a terminal understands. */
export interface MarksAbility {
  title: boolean;
  taskbar: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** More than a window or a tab has room for. */
const TITLE_COLUMNS = 120;

/** XTWINOPS 22 and 23: a terminal keeps the title that it had, and puts it back. */
const KEEP_TITLE = safe`\x1b[22;0t`;
const RESTORE_TITLE = safe`\x1b[23;0t`;
const CLEAR_TASKBAR = safe`\x1b]9;4;0\x07`;

/**
 * Most terminals pass over what they do not understand. The Linux console shows it, and iTerm2 before 3.6.6 takes OSC 9
 * for a notification, whatever is in it.
 */
export function marksAbility(environment: Environment): MarksAbility {
  const title = !['dumb', 'linux'].includes(environment['TERM'] ?? '');
  return { title, taskbar: title && !isOldITerm(environment) };
}

function isOldITerm(environment: Environment): boolean {
  if (environment['TERM_PROGRAM'] !== 'iTerm.app') return false;
  const version = (environment['TERM_PROGRAM_VERSION'] ?? '').split('.').map(Number);
  const [major = 0, minor = 0, patch = 0] = version;
  return major * 1e6 + minor * 1e3 + patch < 3_006_006;
}

/** The text that turns the marks before into the marks after; empty where they are the same. */
export function marksText(before: Marks, after: Marks, able: MarksAbility): SafeText {
  const title = able.title ? titleText(before.title, after.title) : safe``;
  const taskbar = able.taskbar ? taskbarText(before.taskbar, after.taskbar) : safe``;
  return safe`${title}${taskbar}`;
}

function titleText(before: SafeText | undefined, after: SafeText | undefined): SafeText {
  if (before === after) return safe``;
  // A terminal that can't put the old title back is left with none, and not with one that is no longer true.
  if (after === undefined) return safe`\x1b]2;\x07${RESTORE_TITLE}`;
  return safe`${before === undefined ? KEEP_TITLE : safe``}\x1b]2;${plain(after)}\x07`;
}

/** A title has no colours and no lines. */
const plain = (title: SafeText): SafeText =>
  truncate(
    fromCells(
      Array.from(cells(title), ({ character, columns }) =>
        character === '\n'
          ? { character: ' ', columns: 1, codes: '' }
          : { character, columns, codes: '' },
      ),
    ),
    TITLE_COLUMNS,
  );

function taskbarText(before: Taskbar | undefined, after: Taskbar | undefined): SafeText {
  const text = after === undefined ? CLEAR_TASKBAR : barText(after);
  const known = before === undefined ? CLEAR_TASKBAR : barText(before);
  return text === known ? safe`` : text;
}

/** ConEmu's sequence, which Windows Terminal, Ghostty, WezTerm, Konsole, GNOME's terminal and iTerm2 know as well. */
function barText(taskbar: Taskbar): SafeText {
  if (taskbar.kind === 'indeterminate') return safe`\x1b]9;4;3\x07`;
  const percent = Math.max(0, Math.min(100, Math.round(taskbar.percent)));
  return safe`\x1b]9;4;${STATES[taskbar.kind]};${percent}\x07`;
}

const STATES = { normal: 1, error: 2, warning: 4 } as const;

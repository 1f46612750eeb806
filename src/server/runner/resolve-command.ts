import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** Where a command is, or why it can't be run: the exit codes of a shell (POSIX, Shell Command Language §2.8.2). */
export type Resolved =
  | { ok: true; path: string }
  | { ok: false; exitCode: 126 | 127; reason: string };

/** Looks a command up as a shell does: a path as it is, a name in the folders of `searchPath`. */
export function resolveCommand(
  command: string,
  { searchPath, cwd }: { searchPath: string | undefined; cwd: string },
): Resolved {
  const isPath = command.includes('/');
  const folders = isPath ? [cwd] : (searchPath ?? '/usr/bin:/bin').split(delimiter);
  let found: Resolved = { ok: false, exitCode: 127, reason: `${command}: command not found` };
  for (const folder of folders) {
    const path = resolve(cwd, folder === '' ? '.' : folder, command);
    const kind = kindOf(path);
    if (kind === 'runnable') return { ok: true, path };
    if (kind === 'closed') {
      found = { ok: false, exitCode: 126, reason: `${command}: permission denied` };
    }
    if (kind === 'folder' && isPath) {
      found = { ok: false, exitCode: 126, reason: `${command}: is a directory` };
    }
  }
  return found;
}

function kindOf(path: string): 'runnable' | 'closed' | 'folder' | 'nothing' {
  try {
    if (!statSync(path).isFile()) return 'folder';
  } catch {
    return 'nothing';
  }
  try {
    accessSync(path, constants.X_OK);
    return 'runnable';
  } catch {
    return 'closed';
  }
}

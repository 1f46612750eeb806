import { isAbsolute, join, resolve } from 'node:path';
import type { System } from '../ports/system.js';

/** What says where the user's own files are. */
export type Whereabouts = Pick<System, 'environment' | 'cwd' | 'homeDir'>;

/** A folder by the XDG Base Directory Specification, which says to ignore a path that is not absolute. */
function xdgFolder(named: string | undefined, homeDir: string, usual: string): string {
  return join(named !== undefined && isAbsolute(named) ? named : join(homeDir, usual), 'jobtrack');
}

/** The user's settings file: the one that `--config` names, else the one in the XDG config folder. */
export function userFilePath(
  { environment, cwd, homeDir }: Whereabouts,
  named: string | undefined,
): string {
  if (named !== undefined) return resolve(cwd, named);
  return join(xdgFolder(environment['XDG_CONFIG_HOME'], homeDir, '.config'), 'config.json');
}

/** The state file of a running `jobtrack serve` of this user. */
export function serveStatePath({ environment, homeDir }: Omit<Whereabouts, 'cwd'>): string {
  return join(xdgFolder(environment['XDG_STATE_HOME'], homeDir, '.local/state'), 'serve.json');
}

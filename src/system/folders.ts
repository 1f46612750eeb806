import type * as os from 'node:os';
import { isAbsolute, resolve } from 'node:path';

/** Where nobody but an administrator puts files: the place to look in where there is no better one. */
const root = (): string => resolve('/');

/**
 * The user's home folder, absolute. With an empty or relative HOME the system's list of users says where it is: else
 * the folder that the user stands in, which may be anybody's, would be taken for their home and its settings for theirs.
 */
export function homeFolder({ homedir, userInfo }: Pick<typeof os, 'homedir' | 'userInfo'>): string {
  // A user whom the system does not know, as in many containers, makes either of them throw.
  const named = tryTo(homedir);
  const home = named !== undefined && isAbsolute(named) ? named : tryTo(() => userInfo().homedir);
  return home !== undefined && isAbsolute(home) ? home : root();
}

/** The working folder, absolute. One that has been deleted has no name, and nothing can be found in it. */
export const workingFolder = (cwd: () => string = process.cwd): string => tryTo(cwd) ?? root();

function tryTo<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

import type { Files } from '../ports/files.js';
import { serveStatePath } from './places.js';
import type { Connection } from './require.js';
import { readServeState } from './serve-state.js';
import type { Settings } from './settings.js';

/** Where a user's files are. */
interface Home {
  environment: Readonly<Record<string, string | undefined>>;
  homeDir: string;
  files: Files;
}

/**
 * Where the server is now, where settings came from a running `serve`: one that was started anew has another address
 * and another token. `undefined` where there is nothing new to know.
 */
export async function findServeAgain(
  settings: Settings,
  { environment, homeDir, files }: Home,
): Promise<Connection | undefined> {
  if (settings.url.source.kind !== 'serve') return undefined;
  // Whether its process lives is left out: asking the address tells.
  const state = await readServeState(serveStatePath({ environment, homeDir }), files, () => true);
  if (state === undefined) return undefined;
  // A token that the user gave stays theirs: no file takes its place.
  const { source, value } = settings.token;
  const token = source.kind === 'serve' ? state.token : value;
  const { url, tenant: tenantId, project: projectId } = state;
  return { url, tenantId, projectId, ...(token === undefined ? {} : { token }) };
}

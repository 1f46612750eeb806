import { createClient } from '../../client/create-client.js';
import type { Client } from '../../client/types.js';
import { serveStatePath } from '../../config/places.js';
import { type Connection, requireConnection } from '../../config/require.js';
import { readServeState } from '../../config/serve-state.js';
import type { Settings } from '../../config/settings.js';
import type { Context } from '../../context.js';
import { isJobtrackError, JobtrackError } from '../../errors/index.js';

/** How long one delivery may take before it counts as failed; it is tried again then. */
const DELIVERY_TIMEOUT_MS = 10_000;

/**
 * Where the server is. Throws MISSING_SETTING, which says how to start one.
 */
export function findConnection(settings: Settings): Connection {
  try {
    return requireConnection(settings);
  } catch (error) {
    if (!isJobtrackError(error, 'MISSING_SETTING')) throw error;
    throw new JobtrackError('MISSING_SETTING', { ...error.facts, canServe: true });
  }
}

/**
 * Where the server is now, where settings came from a running `serve`: one that was started anew has another address
 * and another token. `undefined` where there is nothing new to know.
 */
export async function findAgain(
  settings: Settings,
  { environment, homeDir, files }: Pick<Context, 'environment' | 'homeDir' | 'files'>,
): Promise<Connection | undefined> {
  if (settings.url.source.kind !== 'serve') return undefined;
  // Whether its process lives is left out: asking the address tells.
  const state = await readServeState(serveStatePath({ environment, homeDir }), files, () => true);
  if (state === undefined) return undefined;
  return { url: state.url, tenantId: state.tenant, projectId: state.project, token: state.token };
}

/** A client for one delivery at a time; trying again is left to whoever has more to deliver. */
export const openClient = (connection: Connection, { environment, clock }: Context): Client =>
  createClient({
    ...connection,
    retries: 0,
    timeoutMs: DELIVERY_TIMEOUT_MS,
    environment,
    clock,
  });

/** What a command needs to report of its own job. */
export function reportingEnvironment(
  { url, tenantId, projectId, token }: Connection,
  jobId: string,
): Record<string, string | undefined> {
  return {
    JOBTRACK_URL: url,
    JOBTRACK_TENANT: tenantId,
    JOBTRACK_PROJECT: projectId,
    JOBTRACK_TOKEN: token,
    JOBTRACK_JOB: jobId,
  };
}

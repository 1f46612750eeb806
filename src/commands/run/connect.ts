import { createClient } from '../../client/create-client.js';
import type { Client } from '../../client/types.js';
import { type Connection, requireConnection } from '../../config/require.js';
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

import { type JobRegistration, priorities } from '../../contract/index.js';
import { ApiError } from '../api-error.js';
import { known } from '../known.js';
import type { JobRecord } from '../store/records.js';
import { digest } from './digest.js';

/** A job as it is when it was just registered: in the queue. Throws VALIDATION_FAILED for an unknown priority. */
export function newJob(registration: JobRegistration, id: string, nowMs: number): JobRecord {
  const { jobName, jobType, submittedBy, totalRecords, memoryLimitBytes, cpuCores } = registration;
  const { heartbeatSeconds } = registration;
  return {
    id,
    name: jobName,
    priority: priorityOf(registration),
    status: 'Queued',
    createdAtMs: nowMs,
    lastHeardMs: nowMs,
    metrics: {},
    registration: registrationDigest(registration),
    logCounts: { DEBUG: 0, INFO: 0, WARN: 0, ERROR: 0 },
    logSequence: 0,
    eventSequence: 0,
    revision: 1,
    ...known({
      type: jobType,
      submittedBy,
      totalRecords,
      memoryLimitBytes,
      cpuCores,
      heartbeatMs: heartbeatSeconds === undefined ? undefined : heartbeatSeconds * 1_000,
    }),
  };
}

function priorityOf({ priority }: JobRegistration): JobRecord['priority'] {
  const word = priority === undefined ? 'Normal' : priorities.canonical(priority);
  if (word !== undefined) return word;
  throw new ApiError('VALIDATION_FAILED', `"${priority}" is not a priority`, [
    { field: 'priority', message: `one of ${priorities.words.join(', ')}` },
  ]);
}

/** The same for two registrations that ask for the same job, in whatever order they name its prerequisites. */
export function registrationDigest(registration: JobRegistration): string {
  const { jobName, jobType, submittedBy, totalRecords, memoryLimitBytes, cpuCores } = registration;
  const after = [...new Set(registration.after)].sort();
  return digest(
    JSON.stringify([
      [jobName, jobType, submittedBy, priorityOf(registration), after],
      [totalRecords, memoryLimitBytes, cpuCores, registration.heartbeatSeconds],
    ]),
  );
}

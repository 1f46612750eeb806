import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { EXAMPLE_JOB } from '../../helpers/examples.js';

/** The job of the examples, and another one for watches of several. */
export const JOB = EXAMPLE_JOB;
export const OTHER = 'dd0e8400-e29b-41d4-a716-446655440001';

/** A moment on the day of the examples. */
export const at = (clock: string): number => Date.parse(`2024-01-20T${clock}Z`);

type Of<T extends JobEvent['type']> = Extract<JobEvent, { type: T }>;
type Facts<T extends JobEvent['type']> = Omit<Of<T>, 'type' | 'jobId' | 'atMs'> & {
  jobId?: string;
};

/** An event of the example job at a time of day. */
export const event = <T extends JobEvent['type']>(
  type: T,
  clock: string,
  facts: Facts<T>,
): Of<T> => {
  const isOfAll = type === 'stale' || type === 'fresh';
  return {
    type,
    ...(isOfAll ? {} : { jobId: JOB }),
    atMs: at(clock),
    ...facts,
  } as unknown as Of<T>;
};

/** Nobody listens there. */
export const refused = new JobtrackError('NETWORK', {
  origin: 'https://jobs.example.com',
  reason: 'ECONNREFUSED',
  attempts: 1,
});

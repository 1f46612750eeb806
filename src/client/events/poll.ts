import type { JobEvent } from '../../domain/events/job-event.js';
import type { Client } from '../types.js';
import { watchJobs } from '../watch/watch-jobs.js';
import type { JobEventsOptions } from './types.js';

const EVERY_MS = 2_000;

/** Looks at a job again and again: a watch of it, with as much of its log as is wanted. */
export const createPoll =
  (client: Client, jobId: string, options: JobEventsOptions) =>
  (signal: AbortSignal): AsyncIterable<JobEvent> => {
    const { filters, intervalMs = EVERY_MS, clock, random } = options;
    const level = filters?.includeDebugEvents === true ? 'DEBUG' : 'WARN';
    return watchJobs({
      client,
      jobIds: [jobId],
      controls: {
        intervalMs: () => intervalMs,
        isPaused: () => false,
        panels: () => new Set(),
        logLevel: () => level,
        onChange: () => () => {},
      },
      ...(clock === undefined ? {} : { clock }),
      ...(random === undefined ? {} : { random }),
      signal,
    });
  };

import type { Clock } from '../../ports/clock.js';
import { ApiError } from '../api-error.js';
import type { Store } from '../store/port.js';
import type { JobRecord } from '../store/records.js';
import { NO_PAST, type Past, sumUpPast } from './formulas/past.js';
import { type JobFacts, type Outlook, outlookOf } from './outlook.js';
import { createPastJobs } from './past-jobs.js';
import { remember } from './remember.js';

/** Enough for a rate over the last minute at the usual distance of samples, and no scan of hours. */
const RECENT_SAMPLES = 16;

/** What one answer is made from: the store at one moment, read no more often than needed. */
export interface Reading {
  store: Store;
  /** Milliseconds since 1970, the same for all of the answer. */
  nowMs: number;
  /** Throws JOB_NOT_FOUND. */
  job: (jobId: string) => JobRecord;
  /** What Completed jobs of the type of this one let expect, without itself. */
  pastOf: (job: JobRecord) => Past;
  /** The ids of the jobs that this one waits for, also of those that are gone. */
  prerequisites: (job: JobRecord) => readonly string[];
  facts: (job: JobRecord) => JobFacts;
  outlook: (job: JobRecord) => Outlook;
}

/** Begins a reading for each answer. Between answers it remembers what of a job has not changed since. */
export function createReader(store: Store, clock: Clock): () => Reading {
  const readPast = createPastJobs(store, clock);
  // A job that was pruned and registered again under its id may have come to the same revision.
  const recent = remember(
    (job: JobRecord) => `${job.createdAtMs}.${job.revision}`,
    (job) => ({
      stages: store.stages(job.id),
      samples: store.newestSamples(job.id, RECENT_SAMPLES),
    }),
  );
  const prerequisites = remember(
    (job: JobRecord) => `${job.createdAtMs}`,
    (job) => store.prerequisites(job.id),
  );

  return () => {
    const nowMs = clock.now();
    const pasts = new Map<string, Past>();
    const pastOf = ({ id, type, status }: JobRecord): Past => {
      if (type === undefined) return NO_PAST;
      const past = pasts.get(type) ?? readPast(type);
      pasts.set(type, past);
      return status === 'Completed' ? without(past, id) : past;
    };
    const facts = (job: JobRecord): JobFacts => ({ job, ...recent(job), past: pastOf(job) });
    return {
      store,
      nowMs,
      job: (jobId) => existing(store.job(jobId), jobId),
      pastOf,
      prerequisites,
      facts,
      outlook: (job) => outlookOf(facts(job), nowMs),
    };
  };
}

/** A Completed job is a part of the past of its type, but none of its own. */
function without(past: Past, id: string): Past {
  if (!past.jobs.some(({ jobId }) => jobId === id)) return past;
  return sumUpPast(past.jobs.filter(({ jobId }) => jobId !== id));
}

function existing(job: JobRecord | undefined, jobId: string): JobRecord {
  if (job === undefined) throw new ApiError('JOB_NOT_FOUND', `there is no job ${jobId}`);
  return job;
}

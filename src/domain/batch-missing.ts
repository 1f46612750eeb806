import type { BatchJob } from '../contract/index.js';

/** The ids that were asked for and not answered, each once. */
export function missingJobs(asked: readonly string[], jobs: readonly BatchJob[]): string[] {
  const answered = new Set(jobs.map((job) => job.jobId.toLowerCase()));
  return [...new Set(asked.map((id) => id.toLowerCase()))].filter((id) => !answered.has(id));
}

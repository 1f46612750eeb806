import { randomUUID } from 'node:crypto';
import type { Serving } from './serve.js';

/** A job of a real server that a test tells about, in the place of a command. */
export interface ReportedJob {
  id: string;
  /** Reports more of it, each once. */
  report(...reports: readonly Record<string, unknown>[]): Promise<void>;
}

/** Registers a job on a server without a queue, where it runs at once, and reports what has happened so far. */
export async function reportedJob(
  { ask }: Pick<Serving, 'ask'>,
  reports: readonly Record<string, unknown>[] = [],
  { id = randomUUID(), name = 'Import' }: { id?: string; name?: string } = {},
): Promise<ReportedJob> {
  const post = async (path: string, body: unknown): Promise<void> => {
    const response = await ask(path, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  const report: ReportedJob['report'] = (...more) =>
    post(
      `/job/${id}/reports`,
      more.map((each) => ({ reportId: randomUUID(), ...each })),
    );
  await post('/jobs', { jobId: id, jobName: name });
  if (reports.length > 0) await report(...reports);
  return { id, report };
}

/** The report that ends a job. */
export const finish = (status: 'Completed' | 'Failed' | 'Cancelled', reason?: string) => ({
  type: 'finish',
  status,
  ...(reason === undefined ? {} : { reason }),
});

import type { DependenciesBody, DependentJob, PrerequisiteJob } from '../../contract/index.js';
import { known } from '../known.js';
import type { Store } from '../store/port.js';
import type { JobRecord } from '../store/records.js';
import type { DependencyWording, Wording } from '../wording/wording.js';
import { blockingConditions, type Places, resourceDependencies } from './blocking-conditions.js';
import { walkDependencies } from './dependency-walk.js';
import { timeText } from './time-text.js';

/** What a job waits for and what waits for it: its neighbours in lists, all of them in the graph. */
export function dependenciesBody(
  store: Store,
  job: JobRecord,
  maxRunning: number | undefined,
  { dependency: words }: Wording,
): DependenciesBody {
  const kept = (ids: readonly string[]): JobRecord[] => ids.flatMap((id) => store.job(id) ?? []);
  const prerequisites = kept(store.prerequisites(job.id));
  const places: Places = { maxRunning, running: store.statusCounts().Running };
  return {
    jobId: job.id,
    dependencies: {
      prerequisiteJobs: prerequisites.map((other) => prerequisiteJob(other, words)),
      resourceDependencies: resourceDependencies(job, places, words),
      dependentJobs: kept(store.dependents(job.id)).map((other) => dependentJob(other, job, words)),
    },
    blockingConditions: blockingConditions(job, prerequisites, places, words),
    dependencyGraph: walkDependencies(store, job),
  };
}

const prerequisiteJob = (
  { id, name, status, endedAtMs }: JobRecord,
  words: DependencyWording,
): PrerequisiteJob =>
  known({
    jobId: id,
    jobName: name,
    status,
    completedAt: status === 'Completed' ? timeText(endedAtMs) : undefined,
    dependency: words.mustComplete,
  });

/** Only a job that is still queued waits for anything. */
const dependentJob = (
  { id, name, status }: JobRecord,
  awaited: JobRecord,
  words: DependencyWording,
): DependentJob =>
  known({
    jobId: id,
    jobName: name,
    status,
    waitingFor: status === 'Queued' ? words.completionOf(awaited.name) : undefined,
  });

import type { EventType } from '../../contract/index.js';
import { known } from '../known.js';
import type { Changes } from '../store/port.js';
import {
  closeDraft,
  type Draft,
  editStage,
  type IntakeContext,
  type JobState,
  openDraft,
} from './draft.js';
import { endStage } from './take-stage.js';
import { tell } from './tell.js';

/** How a job ends, and why. `details` go into the event. */
export interface JobEnd {
  status: 'Completed' | 'Failed' | 'Cancelled';
  exitCode?: number | undefined;
  reason?: string | undefined;
  details?: Readonly<Record<string, unknown>>;
}

const END_EVENTS: Record<JobEnd['status'], EventType> = {
  Completed: 'JobCompleted',
  Failed: 'JobFailed',
  Cancelled: 'JobCancelled',
};

/** A job that was queued begins to run. */
export function startJob(state: JobState, context: IntakeContext): Changes {
  const draft = openDraft(state, context);
  const { job } = draft;
  job.status = 'Running';
  job.startedAtMs = Math.max(context.nowMs, job.createdAtMs);
  // Its reporter could not know before that it may begin: the time to be heard from counts from here.
  job.lastHeardMs = job.startedAtMs;
  tell(draft, {
    timeMs: job.startedAtMs,
    type: 'JobStarted',
    isSub: false,
    details: known({
      submittedBy: job.submittedBy,
      priority: job.priority,
      cpuCores: job.cpuCores,
      memoryLimitBytes: job.memoryLimitBytes,
    }),
  });
  return closeDraft(draft);
}

/** The server itself ends a job, whatever its reporter does. */
export function endJob(state: JobState, end: JobEnd, context: IntakeContext): Changes {
  const draft = openDraft(state, context);
  finish(draft, end, context.nowMs);
  return closeDraft(draft);
}

/** Ends the job: the stage that runs ends as the job does, those that wait stay as they are. */
export function finish(draft: Draft, end: JobEnd, timeMs: number): void {
  const { job } = draft;
  const running = editStage(draft, draft.runningStage);
  const endedAtMs = Math.max(timeMs, job.startedAtMs ?? timeMs, running?.startedAtMs ?? timeMs);
  if (running !== undefined) endStage(draft, running, end.status, endedAtMs);
  job.status = end.status;
  job.endedAtMs = endedAtMs;
  Object.assign(job, known({ exitCode: end.exitCode, reason: end.reason }));
  tell(draft, {
    timeMs: endedAtMs,
    type: END_EVENTS[end.status],
    isSub: false,
    ...known({ text: end.reason }),
    details: known({
      ...end.details,
      status: end.status,
      exitCode: end.exitCode,
      actualDurationMs: job.startedAtMs === undefined ? undefined : endedAtMs - job.startedAtMs,
      recordsProcessed: job.recordsProcessed,
    }),
  });
}

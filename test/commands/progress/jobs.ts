import type { ProgressBody } from '../../../src/contract/index.js';
import { example } from '../../helpers/examples.js';

/** The job of the examples, running. */
export const runningJob = (): ProgressBody => example<ProgressBody>('ja', 'progress');

/** The same job after its third stage failed. */
export function failedJob(): ProgressBody {
  const job = runningJob();
  const [loading, discovery, analysis] = job.stages ?? [];
  return {
    jobId: job.jobId,
    jobName: job.jobName,
    status: 'Failed',
    overallProgress: { percentage: 72.5, startTime: '2024-01-20T10:30:00Z' },
    stages: [
      loading,
      discovery,
      {
        ...analysis,
        status: 'Failed',
        endTime: '2024-01-20T10:44:10Z',
        estimatedEndTime: null,
        errorMessage: 'Out of memory',
      },
      { stageName: 'Report Generation', stageOrder: 4, status: 'Cancelled' },
    ].filter((stage) => stage !== undefined) as ProgressBody['stages'],
  };
}

/** The same job when all is done. */
export function completedJob(): ProgressBody {
  return {
    jobName: 'Customer Journey Analysis',
    status: 'Completed',
    overallProgress: {
      percentage: 100,
      startTime: '2024-01-20T09:00:00Z',
      endTime: '2024-01-20T10:22:00Z',
      elapsedTime: '1 hour 22 minutes',
    },
    stages: [],
  };
}

/** A job that waits to start. */
export function queuedJob(): ProgressBody {
  return {
    jobId: 'ff0e8400-e29b-41d4-a716-446655440000',
    jobName: 'Monthly Report',
    status: 'Kuyrukta',
    queuePosition: 3,
    estimatedStartTime: '2024-01-20T10:55:00Z',
    overallProgress: { percentage: 0 },
  };
}

/** A running job that should have ended two minutes and three seconds ago. */
export function lateJob(): ProgressBody {
  return {
    jobName: 'Nightly Import',
    status: 'Running',
    overallProgress: {
      percentage: 99.97,
      startTime: '2024-01-20T10:00:00',
      estimatedCompletion: '2024-01-20T10:43:30Z',
      estimatedRemaining: '1 minute',
    },
    stages: [
      {
        stageName: 'Import',
        status: 'Paused',
        startTime: '2024-01-20T10:40:00Z',
        estimatedEndTime: '2024-01-20T10:43:30Z',
        recordsProcessed: 400,
        totalRecords: 1600,
      },
    ],
  };
}

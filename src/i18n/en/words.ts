import type { WordMessages } from '../areas/words.js';

export const words: WordMessages = {
  status: {
    Running: 'Running',
    Queued: 'Queued',
    Pending: 'Pending',
    Completed: 'Completed',
    Failed: 'Failed',
    Cancelled: 'Cancelled',
  },
  condition: {
    Available: 'Available',
    Allocated: 'Allocated',
    Unavailable: 'Unavailable',
    Resolved: 'Resolved',
    Active: 'Active',
  },
  eventType: {
    JobStarted: 'Job started',
    StageStarted: 'Stage started',
    StageCompleted: 'Stage completed',
    Milestone: 'Milestone',
    Warning: 'Warning',
    Error: 'Error',
    Progress: 'Progress',
    JobCompleted: 'Job completed',
    JobFailed: 'Job failed',
    JobCancelled: 'Job cancelled',
  },
  upcomingEventType: {
    StageStart: 'Stage start',
    StageCompletion: 'Stage end',
    JobCompletion: 'Job end',
  },
  priority: { Critical: 'Critical', High: 'High', Normal: 'Normal', Low: 'Low' },
  rating: { Good: 'Good', Medium: 'Medium', Poor: 'Poor' },
  trend: { Stable: 'Stable', Declining: 'Declining', Improving: 'Improving' },
  nodeType: {
    PrerequisiteJob: 'prerequisite',
    CurrentJob: 'this job',
    DependentJob: 'dependent',
  },
  yes: 'yes',
  no: 'no',
};

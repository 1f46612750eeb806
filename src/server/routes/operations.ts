import type { Operation } from '../app/operation.js';
import { batch } from './batch.js';
import { dependencies } from './dependencies.js';
import { health } from './health.js';
import { logs } from './logs.js';
import { metrics } from './metrics.js';
import { openApi } from './open-api.js';
import { progress } from './progress.js';
import { registerJob } from './register-job.js';
import { report } from './report.js';
import { subscribe } from './subscribe.js';
import { timeline } from './timeline.js';

/** Everything that the server can be asked. */
export const operations: readonly Operation[] = [
  logs,
  progress,
  timeline,
  metrics,
  batch,
  dependencies,
  subscribe,
  registerJob,
  report,
  health,
  openApi,
];

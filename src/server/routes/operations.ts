import type { Operation } from '../app/operation.js';
import { batch } from './batch.js';
import { dependencies } from './dependencies.js';
import { events } from './events.js';
import { health } from './health.js';
import { logs } from './logs.js';
import { metrics } from './metrics.js';
import { openApi } from './open-api.js';
import { progress } from './progress.js';
import { registerJob } from './register-job.js';
import { report } from './report.js';
import { subscribe } from './subscribe.js';
import { subscriptions } from './subscriptions.js';
import { timeline } from './timeline.js';
import { unsubscribe } from './unsubscribe.js';

/** Everything that the server can be asked. */
export const operations: readonly Operation[] = [
  logs,
  progress,
  timeline,
  metrics,
  batch,
  dependencies,
  subscribe,
  subscriptions,
  unsubscribe,
  events,
  registerJob,
  report,
  health,
  openApi,
];

import type { Messages } from '../messages.js';
import { batch } from './batch.js';
import { completion } from './completion.js';
import { demo } from './demo.js';
import { deps } from './deps.js';
import { doctor } from './doctor.js';
import { errors } from './errors.js';
import { general } from './general.js';
import { help } from './help.js';
import { logs } from './logs.js';
import { metrics } from './metrics.js';
import { progress } from './progress.js';
import { run } from './run.js';
import { serve } from './serve.js';
import { settings } from './settings.js';
import { timeline } from './timeline.js';
import { units } from './units.js';
import { words } from './words.js';

export const tr: Messages = {
  language: 'tr',
  errors,
  general,
  help,
  units,
  words,
  logs,
  progress,
  timeline,
  metrics,
  batch,
  deps,
  serve,
  run,
  demo,
  settings,
  completion,
  doctor,
};

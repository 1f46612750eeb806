import type { Messages } from '../messages.js';
import { batch } from './batch.js';
import { completion } from './completion.js';
import { demo } from './demo.js';
import { deps } from './deps.js';
import { doctor } from './doctor.js';
import { errors } from './errors.js';
import { events } from './events.js';
import { general } from './general.js';
import { help } from './help.js';
import { listen } from './listen.js';
import { live } from './live.js';
import { logs } from './logs.js';
import { metrics } from './metrics.js';
import { progress } from './progress.js';
import { run } from './run.js';
import { serve } from './serve.js';
import { settings } from './settings.js';
import { subscribe } from './subscribe.js';
import { timeline } from './timeline.js';
import { units } from './units.js';
import { watch } from './watch.js';
import { watchCommand } from './watch-command.js';
import { words } from './words.js';

export const en: Messages = {
  language: 'en',
  errors,
  general,
  help,
  units,
  words,
  listen,
  logs,
  progress,
  timeline,
  metrics,
  batch,
  deps,
  serve,
  events,
  live,
  watch,
  watchCommand,
  run,
  demo,
  settings,
  subscribe,
  completion,
  doctor,
};

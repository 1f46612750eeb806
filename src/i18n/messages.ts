import type { Language } from '../config/settings.js';
import type { ErrorTexts } from '../errors/index.js';
import type { BatchMessages } from './areas/batch.js';
import type { CompletionMessages } from './areas/completion.js';
import type { DemoMessages } from './areas/demo.js';
import type { DepsMessages } from './areas/deps.js';
import type { DoctorMessages } from './areas/doctor.js';
import type { GeneralMessages } from './areas/general.js';
import type { HelpMessages } from './areas/help.js';
import type { LogsMessages } from './areas/logs.js';
import type { MetricsMessages } from './areas/metrics.js';
import type { ProgressMessages } from './areas/progress.js';
import type { RunMessages } from './areas/run.js';
import type { ServeMessages } from './areas/serve.js';
import type { SettingsMessages } from './areas/settings.js';
import type { TimelineMessages } from './areas/timeline.js';
import type { UnitMessages } from './areas/units.js';
import type { WordMessages } from './areas/words.js';

/** Every word that jobtrack says, in one language. A language that misses one does not compile. */
export interface Messages {
  language: Language;
  errors: ErrorTexts;
  general: GeneralMessages;
  help: HelpMessages;
  units: UnitMessages;
  words: WordMessages;
  logs: LogsMessages;
  progress: ProgressMessages;
  timeline: TimelineMessages;
  metrics: MetricsMessages;
  batch: BatchMessages;
  deps: DepsMessages;
  serve: ServeMessages;
  run: RunMessages;
  demo: DemoMessages;
  settings: SettingsMessages;
  completion: CompletionMessages;
  doctor: DoctorMessages;
}

import type { OutputForm } from '../../config/settings.js';
import type { Context } from '../../context.js';
import { JobtrackError } from '../../errors/index.js';
import { isSmartTerminal } from '../../output/terminal.js';
import type { WatchCommandOptions } from './options.js';

/** In which form a watch is shown: painted in place, or told as lines, as objects, or as one document. */
export type Manner =
  | { form: 'live'; isFullscreen: boolean; ringsBell: boolean }
  | { form: 'plain' | 'json' | 'ndjson'; ringsBell: boolean };

/** What was asked for about the form. */
type Wishes = Pick<WatchCommandOptions, 'mode' | 'isFullscreen' | 'ringsBell'>;

/**
 * The form for an output. What was asked for is done or refused, and never passed over.
 * @throws JobtrackError CONFLICTING_OPTIONS, NEEDS_TERMINAL
 */
export function chooseManner(
  { mode, isFullscreen, ringsBell }: Wishes,
  form: OutputForm,
  { io, environment }: Pick<Context, 'io' | 'environment'>,
): Manner {
  const painting = isFullscreen ? '--fullscreen' : mode === 'tty' ? '--mode tty' : undefined;
  if (form !== 'human') {
    if (painting === undefined) return { form, ringsBell };
    throw new JobtrackError('CONFLICTING_OPTIONS', { options: [painting, `--output ${form}`] });
  }
  if (mode === 'plain') return { form: 'plain', ringsBell };
  if (isSmartTerminal(io.stdout, environment)) return { form: 'live', isFullscreen, ringsBell };
  if (painting === undefined) return { form: 'plain', ringsBell };
  throw new JobtrackError('NEEDS_TERMINAL', { option: painting, instead: '--mode plain' });
}

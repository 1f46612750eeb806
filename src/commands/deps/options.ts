import { JobtrackError } from '../../errors/index.js';
import type { RawFlags } from '../definition.js';
import { parseChoice } from '../parse-values.js';
import { type JobAndWatch, takeJobAndWatch } from '../refresh/flag.js';

/** The ways dependencies are written for people and for programs that draw. */
export const depsFormats = ['tree', 'dot', 'mermaid'] as const;

/** What `jobtrack deps` was asked. */
export interface DepsOptions extends JobAndWatch {
  format: (typeof depsFormats)[number];
  why: boolean;
}

/**
 * Reads the arguments and flags of `jobtrack deps`.
 * @throws JobtrackError INVALID_VALUE, CONFLICTING_OPTIONS
 */
export function parseOptions(args: readonly string[], flags: RawFlags): DepsOptions {
  const format = flags['format'];
  const options: DepsOptions = {
    ...takeJobAndWatch('deps', args, flags),
    format: typeof format === 'string' ? parseChoice('--format', format, depsFormats) : 'tree',
    why: flags['why'] === true,
  };
  const drawing = `--format ${options.format}`;
  if (options.format === 'tree') return options;
  if (options.why) throw new JobtrackError('CONFLICTING_OPTIONS', { options: ['--why', drawing] });
  // A graph for another program is exactly one document.
  if (options.watch !== undefined) {
    throw new JobtrackError('CONFLICTING_OPTIONS', { options: ['--watch', drawing] });
  }
  return options;
}

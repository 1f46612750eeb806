import { JobtrackError } from '../../errors/index.js';
import type { RawFlags } from '../definition.js';
import { parseChoice } from '../parse-values.js';

/** The ways dependencies are written for people and for programs that draw. */
export const depsFormats = ['tree', 'dot', 'mermaid'] as const;

/** What `jobtrack deps` was asked. */
export interface DepsOptions {
  jobId: string | undefined;
  format: (typeof depsFormats)[number];
  why: boolean;
}

/**
 * Reads the arguments and flags of `jobtrack deps`.
 * @throws JobtrackError INVALID_VALUE, CONFLICTING_OPTIONS
 */
export function parseOptions([jobId]: readonly string[], flags: RawFlags): DepsOptions {
  const format = flags['format'];
  const options: DepsOptions = {
    jobId,
    format: typeof format === 'string' ? parseChoice('--format', format, depsFormats) : 'tree',
    why: flags['why'] === true,
  };
  if (options.why && options.format !== 'tree') {
    throw new JobtrackError('CONFLICTING_OPTIONS', {
      options: ['--why', `--format ${options.format}`],
    });
  }
  return options;
}

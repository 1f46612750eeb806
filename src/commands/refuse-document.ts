import type { Context } from '../context.js';
import { JobtrackError } from '../errors/index.js';

/**
 * Refuses `-o json` for what goes on: one document would have to wait for an end that may never come.
 * @throws JobtrackError CONFLICTING_OPTIONS
 */
export async function refuseDocument(command: string, context: Context): Promise<void> {
  if ((await context.form()) !== 'json') return;
  throw new JobtrackError('CONFLICTING_OPTIONS', { options: [command, '--output json'] });
}

import { statuses } from '../../contract/index.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import type { Glimpse } from './subject.js';

/** The exit code of jobs that have all ended: a failure beats a cancellation, which beats a completion. */
export function endingOf({ statuses: all }: Pick<Glimpse<unknown>, 'statuses'>): ExitCode {
  const known = all.map((status) => statuses.canonical(status));
  if (known.includes('Failed')) return exitCodes.failed;
  return known.includes('Cancelled') ? exitCodes.cancelled : exitCodes.done;
}

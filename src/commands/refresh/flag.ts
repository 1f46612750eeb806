import { isGuid } from '../../contract/index.js';
import { JobtrackError } from '../../errors/index.js';
import type { Messages } from '../../i18n/messages.js';
import type { Flag, RawFlags } from '../definition.js';
import { parseInterval } from '../parse-values.js';

/** That a view is to be shown again and again. */
export interface WatchWish {
  /** As the settings say when left out. */
  intervalMs: number | undefined;
}

/** One job at most, and whether it is to be shown again and again. */
export interface JobAndWatch {
  /** Left out where the settings name the job. */
  jobId: string | undefined;
  watch?: WatchWish | undefined;
}

/** `-w, --watch [interval]`. */
export const watchFlag = ({ live }: Messages): Flag => ({
  flags: '-w, --watch [interval]',
  description: live.flag,
});

/**
 * Takes `-w` out of what was typed; `watch` is undefined without it. It may stand without an interval, right before an
 * id: no interval is a GUID, so an id is given back to the arguments.
 * @throws JobtrackError INVALID_VALUE
 */
export function takeWatch(
  args: readonly string[],
  flags: RawFlags,
): { args: readonly string[]; watch: WatchWish | undefined } {
  const typed = flags['watch'];
  if (typeof typed === 'string' && isGuid(typed)) {
    return { args: [typed, ...args], watch: { intervalMs: undefined } };
  }
  if (typeof typed === 'string') {
    return { args, watch: { intervalMs: parseInterval('--watch', typed) } };
  }
  return { args, watch: typed === true ? { intervalMs: undefined } : undefined };
}

/**
 * The same for a command that takes one job.
 * @throws JobtrackError INVALID_VALUE; TOO_MANY_ARGUMENTS for a second job
 */
export function takeJobAndWatch(
  command: string,
  typed: readonly string[],
  flags: RawFlags,
): JobAndWatch {
  const { args, watch } = takeWatch(typed, flags);
  const [jobId, extra] = args;
  if (extra !== undefined) {
    throw new JobtrackError('TOO_MANY_ARGUMENTS', { command: `jobtrack ${command}`, extra });
  }
  return { jobId, watch };
}

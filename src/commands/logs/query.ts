import type { Context } from '../../context.js';
import type { Level, LogEntry, LogsParams } from '../../contract/index.js';
import { instant } from '../../domain/instant.js';
import { createLogFilter } from '../../domain/log-filter.js';
import { JobtrackError } from '../../errors/index.js';
import type { Look } from '../../render/look.js';
import { parseTime } from '../parse-values.js';
import { shownDetails } from './detail-texts.js';
import type { LogsOptions } from './options.js';

/** What is asked of the server, and what is then chosen from its answer. */
export interface LogQuery {
  jobId: string;
  /** For the server. `level` is always there. */
  params: LogsParams & { level: Level };
  /** Whether an entry is wanted. The level is checked again: not every server knows the parameter. */
  matches: (entry: LogEntry) => boolean;
  /** Whether `matches` looks at more than the level, so that the server can't count for us. */
  isFiltered: boolean;
  limit: number;
  tail: number | undefined;
  showsDetails: boolean;
  failOn: Level | undefined;
}

/** Settles what the options leave open: the job, the level, and what "15m" and "today" come to. Asks no server. */
export async function resolveQuery(options: LogsOptions, context: Context): Promise<LogQuery> {
  const settings = await context.settings();
  const level = options.level ?? settings.level.value;
  const period = resolvePeriod(options, {
    nowMs: context.clock.now(),
    timeZone: settings.tz.value,
  });
  const jobId = await context.jobId(options.jobId);
  const isSearch = options.grep !== undefined || options.exclude !== undefined;
  const look = isSearch ? await context.look() : undefined;
  return {
    jobId,
    params: { level, ...period },
    matches: entryTest(options, level, look),
    isFiltered: [options.grep, options.exclude, options.components, options.stages].some(Boolean),
    limit: options.limit,
    tail: options.tail,
    showsDetails: options.showsDetails,
    failOn: options.failOn,
  };
}

/** Details are searched as they are shown, so a search alone needs a look. */
const entryTest = (options: LogsOptions, level: Level, look: Look | undefined) =>
  createLogFilter({
    level,
    grep: options.grep,
    exclude: options.exclude,
    components: options.components,
    stages: options.stages,
    detailTexts: (entry) => (look === undefined ? [] : shownDetails(entry, look)),
  });

function resolvePeriod(
  { since, until }: LogsOptions,
  at: { nowMs: number; timeZone: string },
): { fromTime?: string; toTime?: string } {
  const fromTime = since === undefined ? undefined : parseTime('--since', since, at);
  const toTime = until === undefined ? undefined : parseTime('--until', until, at);
  if (until !== undefined && fromTime !== undefined && isBefore(toTime, fromTime)) {
    const allowed = { kind: 'time', notBefore: fromTime } as const;
    throw new JobtrackError('INVALID_VALUE', { name: '--until', value: until, allowed });
  }
  return { ...(fromTime && { fromTime }), ...(toTime && { toTime }) };
}

const isBefore = (one: string | undefined, other: string): boolean =>
  (instant(one) ?? 0) < (instant(other) ?? 0);

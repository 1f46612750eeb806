import {
  isGuid,
  type Level,
  LOG_LIMIT_DEFAULT,
  LOG_LIMIT_MAX,
  levels,
} from '../../contract/index.js';
import { JobtrackError } from '../../errors/index.js';
import type { RawFlags } from '../definition.js';
import { parseChoice, parseInteger, parseRegex } from '../parse-values.js';

/** What `jobtrack logs` was asked. Times are as they were typed: they mean something only once "now" is known. */
export interface LogsOptions {
  jobId: string | undefined;
  level: Level | undefined;
  since: string | undefined;
  until: string | undefined;
  /** How many entries are shown at most, the oldest first. */
  limit: number;
  /** How many of the last entries are shown, instead of `limit` of the first; where it is followed, before the others. */
  tail: number | undefined;
  /** Whether what comes later is shown, too, until the job ends. */
  follows: boolean;
  grep: RegExp | undefined;
  exclude: RegExp | undefined;
  components: readonly string[] | undefined;
  stages: readonly string[] | undefined;
  showsDetails: boolean;
  isRaw: boolean;
  failOn: Level | undefined;
}

/** Options from what was typed; throws INVALID_VALUE and CONFLICTING_OPTIONS. */
export function parseLogsOptions(args: readonly string[], flags: RawFlags): LogsOptions {
  const isRaw = flags['raw'] === true;
  const follows = flags['follow'] === true;
  refuseConflicts(flags);
  const value = <T>(key: string, parse: (name: string, text: string) => T): T | undefined => {
    const text = flags[key];
    return typeof text === 'string' ? parse(optionName(key), text) : undefined;
  };
  const asTyped = (_name: string, text: string): string => text;
  const components = takeNames(flags['component']);
  const stages = takeNames(flags['stage']);
  return {
    jobId: args[0] ?? components.jobId ?? stages.jobId,
    level: value('level', parseLevel),
    since: value('since', asTyped),
    until: value('until', asTyped),
    limit:
      value('limit', (name, text) =>
        parseInteger(name, text, 1, isRaw ? LOG_LIMIT_MAX : undefined),
      ) ?? (follows ? Number.POSITIVE_INFINITY : LOG_LIMIT_DEFAULT),
    tail: value('tail', (name, text) => parseInteger(name, text, follows ? 0 : 1)),
    follows,
    grep: value('grep', parseRegex),
    exclude: value('exclude', parseRegex),
    components: components.names,
    stages: stages.names,
    showsDetails: flags['details'] !== false,
    isRaw,
    failOn: value('failOn', parseLevel),
  };
}

const parseLevel = (name: string, text: string): Level =>
  levels.canonical(text) ?? parseChoice(name, text, levels.words);

/** What works on entries, and so has nothing to work on in a text. */
const NOT_WITH_RAW = ['follow', 'tail', 'grep', 'exclude', 'component', 'stage'] as const;

function refuseConflicts(flags: RawFlags): void {
  const isThere = (key: string): boolean => flags[key] !== undefined;
  const refuse = (...keys: readonly [string, string]): void => {
    if (keys.every(isThere)) throw conflicting(keys.map(optionName));
  };
  // Where it is followed, one of them says where to begin, and the other when to end.
  if (!isThere('follow')) refuse('tail', 'limit');
  refuse('follow', 'until');
  for (const other of NOT_WITH_RAW) refuse('raw', other);
  if (isThere('raw') && flags['details'] === false) throw conflicting(['--raw', '--no-details']);
}

const conflicting = (options: readonly string[]): JobtrackError =>
  new JobtrackError('CONFLICTING_OPTIONS', { options });

const optionName = (key: string): string => `--${key === 'failOn' ? 'fail-on' : key}`;

/**
 * An option of several values takes every word that follows, also a job id that was typed behind them. No component or
 * stage is called by a GUID, so the last name that is one is given back.
 */
function takeNames(value: RawFlags[string]): {
  names: readonly string[] | undefined;
  jobId: string | undefined;
} {
  if (value === undefined || typeof value === 'boolean') {
    return { names: undefined, jobId: undefined };
  }
  const names = typeof value === 'string' ? [value] : value;
  const last = names.at(-1);
  const isJobId = last !== undefined && names.length > 1 && isGuid(last);
  return { names: isJobId ? names.slice(0, -1) : names, jobId: isJobId ? last : undefined };
}

import { isGuid, type Level } from '../../contract/index.js';
import { JobtrackError } from '../../errors/index.js';
import type { RawFlags } from '../definition.js';
import { parseChoice, parseGuid, parseInterval, parseLevel, parseSpan } from '../parse-values.js';

/** When a watch of several jobs is over. */
export const untilWords = ['all', 'any', 'first-failure'] as const;

/** How a watch is shown to people. */
export const modes = ['auto', 'tty', 'plain'] as const;

/** From which level on a single job's log is followed when nothing is said. */
export const USUAL_LEVEL: Level = 'WARN';

/** What `jobtrack watch` was asked. Lengths of time are milliseconds. */
export interface WatchCommandOptions {
  /** Each once; none where the settings name the job. */
  jobIds: readonly string[];
  /** As the settings say when left out. */
  intervalMs: number | undefined;
  timeoutMs: number | undefined;
  until: (typeof untilWords)[number];
  failFast: boolean;
  /** Left out where `--logs` is: then a single job's log is followed at {@link USUAL_LEVEL}, that of several is not. */
  logLevel: Level | undefined;
  waitForStartMs: number | undefined;
  mode: (typeof modes)[number];
  isFullscreen: boolean;
  ringsBell: boolean;
}

/** Options from what was typed; throws INVALID_VALUE and CONFLICTING_OPTIONS. */
export function parseWatchOptions(args: readonly string[], flags: RawFlags): WatchCommandOptions {
  const value = <T>(key: string, name: string, parse: (name: string, text: string) => T) => {
    const text = flags[key];
    return typeof text === 'string' ? parse(name, text) : undefined;
  };
  const mode = value('mode', '--mode', (name, text) => parseChoice(name, text, modes)) ?? 'auto';
  const isFullscreen = flags['fullscreen'] === true;
  if (isFullscreen && mode === 'plain') {
    throw new JobtrackError('CONFLICTING_OPTIONS', { options: ['--fullscreen', '--mode plain'] });
  }
  const logs = takeLevel(flags['logs']);
  return {
    jobIds: eachOnce([...logs.jobIds, ...args].map((id) => parseGuid('jobIds', id))),
    intervalMs: value('interval', '--interval', parseInterval),
    timeoutMs: value('timeout', '--timeout', parseSpan),
    until: value('until', '--until', (name, text) => parseChoice(name, text, untilWords)) ?? 'all',
    failFast: flags['failFast'] === true,
    logLevel: logs.level,
    waitForStartMs: value('waitForStart', '--wait-for-start', parseSpan),
    mode,
    isFullscreen,
    ringsBell: flags['bell'] === true,
  };
}

/** `--logs` may stand without a level, right before an id: no level is a GUID, so an id is given back. */
function takeLevel(logs: RawFlags[string]): { level: Level | undefined; jobIds: string[] } {
  if (typeof logs !== 'string') {
    return { level: logs === true ? USUAL_LEVEL : undefined, jobIds: [] };
  }
  if (isGuid(logs)) return { level: USUAL_LEVEL, jobIds: [logs] };
  return { level: parseLevel('--logs', logs), jobIds: [] };
}

/** A GUID is the same in capitals and in small letters (RFC 9562 §4): the first one that was typed stays. */
function eachOnce(ids: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const id of ids) if (!known.has(id.toLowerCase())) known.set(id.toLowerCase(), id);
  return [...known.values()];
}

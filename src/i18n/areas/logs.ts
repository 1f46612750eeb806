import type { Level } from '../../contract/index.js';

/** The words of `jobtrack logs`. */
export interface LogsMessages {
  /** One line for the list of commands. */
  summary: string;
  help: {
    level: string;
    since: string;
    until: string;
    limit: string;
    tail: string;
    follow: string;
    grep: string;
    exclude: string;
    component: string;
    stage: string;
    noDetails: string;
    raw: string;
    failOn: string;
    examples: { errors: string; search: string; ci: string };
  };
  /** Before what has no room in its own column. */
  labels: Record<'time' | 'level' | 'component' | 'stage', string>;
  /** Above the entries of the current day, after those of earlier days. */
  today: string;
  /** A number of entries of one level, such as "2 errors". */
  levelCount: Record<Level, (count: number, figure: string) => string>;
  /** Between two counts. */
  comma: string;
  /** How many entries are shown, and of each level; `of` is how many the server has. */
  shown: (count: number, figure: string, of: string | undefined, levels: string) => string;
  /** What the server counts of each level, shown or not. */
  inAll: (levels: string) => string;
  /** What the job does, as the log's answer tells it. */
  metrics: Record<
    'overallProgress' | 'processingRate' | 'memoryUsage' | 'cpuUsage' | 'estimatedCompletion',
    string
  >;
  /** That no entry is shown: of which level and above, from when to when, and whether other filters chose. */
  none: (asked: {
    level: string;
    since: string | undefined;
    until: string | undefined;
    isFiltered: boolean;
  }) => string;
  /** That the text of the log is empty. */
  noText: string;
  /** That there may be more entries than `limit`, and how to get them. */
  limitReached: (limit: string) => string;
  /** That an entry which makes the command fail was found beyond the ones that are shown. */
  failsBeyond: (level: string, time: string) => string;
  /** That the server has more entries at one time than it can hand out. */
  gap: (from: string, to: string) => string;
  /** While it is followed: what went wrong, and how long it is until the next try. */
  lost: (what: string, wait: string) => string;
  /** How long there was no answer. */
  back: (after: string) => string;
  /** That there is nothing more to follow. */
  ended: (status: string) => string;
}

import { basename } from 'node:path';
import { type JobRegistration, priorities } from '../../contract/index.js';
import type { RawFlags } from '../definition.js';
import { parseChoice, parseGuid } from '../parse-values.js';

/** What `jobtrack run` was asked. */
export interface RunOptions {
  command: string;
  args: readonly string[];
  /** A new one when left out. */
  id: string | undefined;
  registration: Omit<JobRegistration, 'jobId'>;
}

/** The most characters of a name that the contract allows, and of one that is made of a command line. */
const NAME_MAX = 200;
const LINE_MAX = 80;

/** Options from what was typed; throws INVALID_VALUE. */
export function parseRunOptions(
  [command = '', ...args]: readonly string[],
  flags: RawFlags,
): RunOptions {
  const text = (key: string): string | undefined => {
    const value = flags[key];
    return typeof value === 'string' && value !== '' ? value.slice(0, NAME_MAX) : undefined;
  };
  const { id, priority, after } = flags;
  const line = commandLine(command, args);
  const submittedBy = text('submittedBy');
  return {
    command,
    args,
    id: typeof id === 'string' ? parseGuid('--id', id) : undefined,
    registration: {
      jobName: text('name') ?? shortened(line),
      jobType: text('type') ?? line,
      ...(typeof priority === 'string'
        ? { priority: parseChoice('--priority', priority, priorities.words) }
        : {}),
      ...(Array.isArray(after) ? { after: after.map((each) => parseGuid('--after', each)) } : {}),
      ...(submittedBy === undefined ? {} : { submittedBy }),
    },
  };
}

/** A command with its arguments as people say it: without its folder, in one line. */
function commandLine(command: string, args: readonly string[]): string {
  const words = [basename(command), ...args].join(' ').replace(/\s+/g, ' ').trim();
  return words.slice(0, NAME_MAX) || command;
}

const shortened = (line: string): string =>
  line.length <= LINE_MAX ? line : `${line.slice(0, LINE_MAX - 1)}…`;

import type { Level } from '../../contract/index.js';
import { levelOfSeverity, levelOfWord } from './line-level.js';

/** What a line of a structured log says. */
export interface JsonEntry {
  level: Level;
  message: string;
  /** Milliseconds since 1970. */
  timeMs?: number;
  component?: string;
  details: Record<string, unknown>;
}

type Fields = Record<string, unknown>;

const MESSAGE = ['msg', 'message', '@m', '@message', 'event'];
const LEVEL = ['level', 'severity', 'lvl', 'levelname', 'loglevel', 'log.level', '@l', '@level'];
const TIME = ['time', 'timestamp', 'ts', '@timestamp', '@t'];
const COMPONENT = ['component', 'logger', 'name', 'module', 'scope'];

/** Fields of pino and bunyan that say the same on every line of a job. */
const REPEATED = ['pid', 'hostname', 'v'];

const COMPONENT_CHARS_MAX = 200;

/**
 * An entry of a structured log: pino and bunyan (numbers from 10 to 60), winston, zap, Serilog, python and others.
 * `undefined` for a line that is no JSON object, or one that has no message and so is no log entry but data.
 */
export function parseJsonLine(line: string): JsonEntry | undefined {
  const fields = parseObject(line.trim());
  if (fields === undefined) return undefined;
  const message = pick(fields, MESSAGE, isText);
  if (message === undefined) return undefined;
  const level = pick(fields, LEVEL, (value) => levelOf(value) !== undefined);
  const time = pick(fields, TIME, (value) => millisecondsOf(value) !== undefined);
  const component = pick(fields, COMPONENT, isName);
  const timeMs = millisecondsOf(time?.value);
  return {
    level: levelOf(level?.value) ?? 'INFO',
    message: String(message.value),
    ...(timeMs === undefined ? {} : { timeMs }),
    ...(component === undefined ? {} : { component: String(component.value) }),
    details: omit(
      fields,
      [message, level, time, component].map((field) => field?.name),
    ),
  };
}

function parseObject(text: string): Fields | undefined {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
  try {
    return JSON.parse(text) as Fields;
  } catch {
    return undefined;
  }
}

function pick(
  fields: Fields,
  names: readonly string[],
  fits: (value: unknown) => boolean,
): { name: string; value: unknown } | undefined {
  const name = names.find((each) => Object.hasOwn(fields, each) && fits(fields[each]));
  return name === undefined ? undefined : { name, value: fields[name] };
}

const isText = (value: unknown): boolean => typeof value === 'string';

const isName = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= COMPONENT_CHARS_MAX;

/** Numbers below 8 are severities of syslog, the rest those of pino and bunyan. */
function levelOf(value: unknown): Level | undefined {
  if (typeof value === 'string') return levelOfWord(value);
  if (typeof value !== 'number') return undefined;
  if (value < 8) return levelOfSeverity(value);
  return value < 30 ? 'DEBUG' : value < 40 ? 'INFO' : value < 50 ? 'WARN' : 'ERROR';
}

/** ISO 8601 with its offset from UTC, or a number of seconds, milliseconds, micro- or nanoseconds since 1970. */
function millisecondsOf(value: unknown): number | undefined {
  if (typeof value === 'string') {
    const ms = /(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
  }
  if (typeof value !== 'number' || value < 1e9) return undefined;
  const scale = [1e-3, 1, 1e3, 1e6].find((each) => value / each < 1e13);
  return scale === undefined ? undefined : Math.round(value / scale);
}

function omit(fields: Fields, names: readonly (string | undefined)[]): Fields {
  const left = new Set([...REPEATED, ...names]);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !left.has(name)));
}

import * as v from 'valibot';
import { ReportSchema } from '../../contract/index.js';
import type { Finding } from './delivery.js';

type Values = ReadonlyMap<string, string>;

/** `key=value` or `key="a value"`; in quotes, a backslash takes the meaning from the character behind it. */
const PAIR = /\s+([A-Za-z_][\w.-]*)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))/y;
const MARKER = /^\s*::jobtrack\s+([a-z]+)((?:\s.*)?)::\s*$/s;

/**
 * What a marker line reports, such as `::jobtrack stage name="Data Loading" total=192850::`: a stage, how far it is
 * (`records=`, `percent=`, `total=`, `stage=`), a milestone, or figures (`metric key=value`, several at once).
 * `undefined` for any other line, and for a marker that says nothing that is known.
 */
export function parseMarker(line: string): Finding[] | undefined {
  const [, verb, rest] = MARKER.exec(line) ?? [];
  if (verb === undefined || !Object.hasOwn(readers, verb)) return undefined;
  const values = parseValues(rest ?? '');
  const findings = values === undefined ? undefined : readers[verb]?.(values);
  if (findings === undefined || findings.length === 0) return undefined;
  return findings.every(isFit) ? (findings as Finding[]) : undefined;
}

const isFit = (finding: object): boolean => v.is(ReportSchema, { reportId: 'r', ...finding });

const readers: Readonly<Record<string, (values: Values) => object[]>> = {
  stage: (values) => [
    without({
      type: 'stage',
      stageName: values.get('name'),
      state: values.get('state'),
      totalRecords: numberOf(values.get('total')),
    }),
  ],
  progress: (values) => {
    const known = {
      records: numberOf(values.get('records')),
      totalRecords: numberOf(values.get('total')),
      percent: numberOf(values.get('percent')),
    };
    const saysSomething = Object.values(known).some((value) => value !== undefined);
    return saysSomething
      ? [without({ type: 'progress', stageName: values.get('stage'), ...known })]
      : [];
  },
  milestone: (values) => [without({ type: 'milestone', message: values.get('message') })],
  metric: (values) =>
    [...values].map(([key, value]) => ({ type: 'metric', key, value: scalar(value) })),
};

function parseValues(text: string): Values | undefined {
  const values = new Map<string, string>();
  PAIR.lastIndex = 0;
  let end = 0;
  for (let pair = PAIR.exec(text); pair !== null; pair = PAIR.exec(text)) {
    const [, key = '', quoted, bare = ''] = pair;
    values.set(key, quoted === undefined ? bare : unescaped(quoted));
    end = PAIR.lastIndex;
  }
  return text.slice(end).trim() === '' ? values : undefined;
}

const unescaped = (text: string): string =>
  text.replace(/\\(.)/gs, (_whole, character: string) => (character === 'n' ? '\n' : character));

/** A number that is none stays NaN, which the contract refuses: a wrong figure is no figure. */
const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : text === '' ? Number.NaN : Number(text);

function scalar(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
}

const without = (values: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

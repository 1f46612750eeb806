import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBody } from '../../src/client/check-body.js';
import { unwrapEnvelope } from '../../src/client/envelope.js';
import type { Answer, Client } from '../../src/client/types.js';
import { commandList } from '../../src/commands/command-list.js';
import type { OutputForm } from '../../src/config/settings.js';
import { endpoints } from '../../src/contract/index.js';
import { isJobtrackError } from '../../src/errors/index.js';
import { en } from '../../src/i18n/en/index.js';
import { type ExampleLanguage, example, exampleLanguages } from '../helpers/examples.js';
import { answerWith, fakeContext } from '../helpers/fake-context.js';

type EndpointName = Exclude<keyof typeof endpoints, 'subscribe'>;
type Path = readonly (string | number)[];

/** One way to show an answer. */
interface Way {
  command: string;
  flags?: Readonly<Record<string, string | boolean>>;
  form?: OutputForm;
  /** For a person at a terminal; in a pipe otherwise. */
  terminal?: boolean;
  width?: number;
}

/** The ways that each endpoint's answer is shown in. */
const ways: Readonly<Record<EndpointName, readonly Way[]>> = {
  progress: [{ command: 'progress', terminal: true }, { command: 'progress' }],
  logs: [
    { command: 'logs', terminal: true },
    { command: 'logs', flags: { failOn: 'ERROR', tail: '3' } },
    { command: 'logs', flags: { details: false }, terminal: true },
    { command: 'logs', form: 'ndjson' },
  ],
  timeline: [
    { command: 'timeline', flags: { view: 'list' }, terminal: true },
    { command: 'timeline', flags: { view: 'gantt' }, terminal: true },
    { command: 'timeline', form: 'ndjson' },
  ],
  metrics: [
    { command: 'metrics', terminal: true },
    { command: 'metrics', flags: { history: true }, terminal: true },
    { command: 'metrics', flags: { history: true }, form: 'ndjson' },
  ],
  batch: [
    { command: 'batch', flags: { metrics: true }, terminal: true },
    { command: 'batch', flags: { sort: 'progress' } },
    { command: 'batch', flags: { sort: 'start' } },
    { command: 'batch', flags: { sort: 'eta' } },
    { command: 'batch', flags: { sort: 'name' }, form: 'ndjson' },
    { command: 'batch', flags: { sort: 'status' }, form: 'json' },
  ],
  dependencies: [
    { command: 'deps', terminal: true },
    { command: 'deps', flags: { why: true }, terminal: true },
    { command: 'deps', flags: { format: 'dot' } },
    { command: 'deps', flags: { format: 'mermaid' } },
    { command: 'deps', form: 'ndjson' },
  ],
};
const names = Object.keys(ways) as EndpointName[];

/** What a body is of, after the check that every answer passes on its way in; the error when it is refused. */
function received(name: EndpointName, body: unknown): Answer<unknown> {
  const endpoint = endpoints[name];
  // The endpoints' schemas differ, and only one of them is meant.
  const check = checkBody as (body: unknown, of: object, redact: (text: string) => string) => never;
  return answerWith(check(unwrapEnvelope(body, endpoint.landmark), endpoint, (text) => text));
}

/** A client that answers every question with this body. */
const clientOf = (name: EndpointName, body: unknown): Partial<Client> => ({
  [name]: async () => received(name, body),
  logPages: async function* () {
    yield { answer: received('logs', body) as never };
  },
});

/** Runs a command on a body. Rejects with what the command rejects with. */
async function show(name: EndpointName, body: unknown, way: Way): Promise<void> {
  const { command, flags = {}, form = 'human', terminal = false, width = 80 } = way;
  const loaded = await commandList.find((listed) => listed.name === command)?.load(en);
  if (loaded === undefined) throw new Error(`no command ${command}`);
  const { context } = await fakeContext({
    client: clientOf(name, body),
    form,
    look: { terminal, width },
  });
  await loaded.run(loaded.parse([], flags), context);
}

/** Every place in a body, those inside of lists and open maps included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const children = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...children.flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

/** A copy of a body with one place changed; `undefined` takes the place away. */
function changed(body: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(body);
  if (Array.isArray(body)) {
    return body.flatMap((item, index) => {
      if (index !== key) return [item];
      const next = changed(item, rest, change);
      return next === undefined ? [] : [next];
    });
  }
  const entries = Object.entries(body as object).flatMap(([name, value]) => {
    if (name !== key) return [[name, value]];
    const next = changed(value, rest, change);
    return next === undefined ? [] : [[name, next]];
  });
  return Object.fromEntries(entries);
}

/** The places without which an answer is not what was asked for, or an entry is not to be told from another. */
const NEEDED =
  /(?:^|\.)(?:logs|timeline|jobs|overallProgress|currentMetrics|dependencies|timestamp|stageName|id|from|to|jobId)$/;

const optionalPaths = (body: unknown): Path[] =>
  pathsOf(body).filter((path) => path.length > 0 && !NEEDED.test(path.join('.')));

describe.each(names)('%s', (name) => {
  test.each(ways[name])('%o shows it without any one of its optional fields', async (way) => {
    const body = example<unknown>('tr', name);
    for (const path of optionalPaths(body)) {
      const shown = show(
        name,
        changed(body, path, () => undefined),
        way,
      );
      await expect(shown, `without ${path.join('.')}`).resolves.toBeUndefined();
    }
  });

  test.each(ways[name])('%o shows it with any one of its optional fields null', async (way) => {
    const body = example<unknown>('ja', name);
    for (const path of optionalPaths(body).filter((each) => typeof each.at(-1) === 'string')) {
      const shown = show(
        name,
        changed(body, path, () => null),
        way,
      );
      await expect(shown, `with ${path.join('.')} null`).resolves.toBeUndefined();
    }
  });
});

/** What may stand where the example has something else: other words, odd numbers, odd times, nothing, too much. */
const odd = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.constant(null),
  fc.constantFrom(
    '',
    ' ',
    'Paused',
    'TAMAMLANDI',
    '0000-00-00',
    '2024-01-20',
    '+275760-09-13',
    '1970-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
  ),
  fc.constantFrom(
    '2024-01-20T10:45:33',
    '2024-01-20T10:45:33+09:00',
    '2024-01-20T10:45:33.123456Z',
    'soon',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(0, -1, 101, 1e-9, 1e21, -1e308, Number.MAX_SAFE_INTEGER),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
);

/** What is done to a place: what stands there is replaced, doubled, or given a field that nobody knows. */
const operation = fc.oneof(
  { weight: 4, arbitrary: odd.map((value) => () => value) },
  fc.constant((old: unknown) => (Array.isArray(old) ? [...old, ...old] : old)),
  fc.constant((old: unknown) => (Array.isArray(old) ? old.toReversed() : old)),
  fc.tuple(fc.string({ maxLength: 12 }), odd).map(
    ([key, value]) =>
      (old: unknown) =>
        typeof old === 'object' && old !== null && !Array.isArray(old)
          ? { ...old, [key]: value }
          : old,
  ),
);

const asJson = (body: unknown): unknown => JSON.parse(JSON.stringify(body) ?? 'null') as unknown;

const edits = fc.array(fc.tuple(fc.nat(), operation), { minLength: 1, maxLength: 8 });

/** A body with several places changed, one after the other, perhaps in an envelope. */
function edited(body: unknown, changes: readonly [number, (old: unknown) => unknown][]): unknown {
  return changes.reduce((now, [at, change]) => {
    const paths = pathsOf(now).filter((path) => path.length > 0);
    const path = paths[at % paths.length];
    return path === undefined ? now : changed(now, path, change);
  }, body);
}

test.each(names)(
  'whatever else %s holds, it is shown, or refused as not understood',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<ExampleLanguage>(...exampleLanguages),
        edits,
        fc.boolean(),
        fc.constantFrom(...ways[name]),
        fc.integer({ min: 20, max: 120 }),
        async (language, changes, isWrapped, way, width) => {
          const body = edited(example(language, name), changes);
          // What comes over the wire is JSON: no field of it is there and undefined.
          const answer = asJson(isWrapped ? { data: body, metadata: { total: 1 } } : body);
          try {
            await show(name, answer, { ...way, width });
          } catch (error) {
            if (!isJobtrackError(error, 'BODY_NOT_UNDERSTOOD')) throw error;
          }
        },
      ),
      { numRuns: 150 },
    );
  },
);

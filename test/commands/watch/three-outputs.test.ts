import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNdjsonTeller } from '../../../src/commands/watch/ndjson.js';
import { createPlainTeller } from '../../../src/commands/watch/plain/teller.js';
import { chooseEvents, nothingTold } from '../../../src/commands/watch/plain/throttle.js';
import { createScene } from '../../../src/commands/watch/scene.js';
import { type Teller, tellAll } from '../../../src/commands/watch/tell.js';
import type { ProgressEvent, VerdictEvent } from '../../../src/domain/events/job-event.js';
import { fakeContext } from '../../helpers/fake-context.js';
import { createHandClock } from '../../helpers/hand-clock.js';
import { testLook } from '../../helpers/look.js';
import { schemaProblems } from '../../helpers/watch-schema.js';
import { at } from './events.js';
import { type Trace, traces } from './traces.js';

/** What a watch has found out, whoever tells it. A job is known by its name, in all of them. */
interface Facts {
  /** The last status of each job. */
  statuses: Record<string, string>;
  /** How far each job is, in whole percent as far as that is rounded. */
  percentages: Record<string, number>;
  /** Of a single job: the last status of each stage that has begun. */
  stages: Record<string, string>;
  /** The messages of the log, in the order they were told, with those that came late. */
  log: string[];
  late: string[];
  gaps: number;
  verdict: string;
}

const nothing = (): Facts => ({
  statuses: {},
  percentages: {},
  stages: {},
  log: [],
  late: [],
  gaps: 0,
  verdict: '',
});

const nameOf = (jobId = ''): string => `Job-${jobId[0]}`;

/** An event, an object or a line, as far as it tells a fact. */
interface Told {
  type: string;
  jobId?: string;
  status?: string;
  stageName?: string;
  percentage?: number;
  entry?: { message?: string | null | undefined };
  late?: true;
  state?: string;
}

/** What each type adds to what is known. */
const noting: Record<string, (facts: Facts, told: Told) => void> = {
  status: ({ statuses }, { jobId, status = '' }) => {
    statuses[nameOf(jobId)] = status;
  },
  stage: ({ stages }, { stageName = '', status = '' }) => {
    stages[stageName] = status;
  },
  progress: ({ percentages }, { jobId, percentage }) => {
    if (percentage !== undefined) percentages[nameOf(jobId)] = percentage;
  },
  log: ({ log, late }, { entry, late: isLate }) => {
    log.push(entry?.message ?? '');
    if (isLate === true) late.push(entry?.message ?? '');
  },
  gap: (facts) => {
    facts.gaps += 1;
  },
  verdict: (facts, { state = '' }) => {
    facts.verdict = state;
  },
};

function factsOf(all: Iterable<Told>): Facts {
  const facts = nothing();
  for (const told of all) noting[told.type]?.(facts, told);
  return facts;
}

/** What a teller writes of a trace. */
async function tellTrace(
  { jobIds, events }: Trace,
  create: (context: Awaited<ReturnType<typeof fakeContext>>['context']) => Teller,
): Promise<{ text: string; verdict: VerdictEvent | undefined }> {
  const { context, stdout } = await fakeContext();
  const stream = (async function* () {
    yield* events;
  })();
  const clock = createHandClock(at('10:45:33'));
  const verdict = await tellAll({ jobIds, events: stream, clock }, create(context));
  return { text: stdout(), verdict };
}

/** What the objects say. Each of them fits its schema. */
function inObjects(text: string): Facts {
  const objects = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const object of objects) expect(schemaProblems(object)).toEqual([]);
  return factsOf(objects);
}

/** A line's parts as what they tell, by the word that says what kind of line it is. */
const reading: Record<string, (parts: readonly string[]) => Omit<Told, 'jobId'>> = {
  status: ([status = '']) => ({ type: 'status', status }),
  stage: ([stageName = '', status = '']) => ({ type: 'stage', stageName, status }),
  progress: ([share = '']) => ({ type: 'progress', percentage: Number(share.replace('%', '')) }),
  WARN: (parts) => readEntry(parts),
  ERROR: (parts) => readEntry(parts),
  gap: () => ({ type: 'gap' }),
  end: ([state = '']) => ({ type: 'verdict', state: state === 'Timed out' ? 'TimedOut' : state }),
};

const readEntry = ([, , message = '', more]: readonly string[]): Omit<Told, 'jobId'> => ({
  type: 'log',
  entry: { message },
  ...(more === 'came late' ? { late: true } : {}),
});

/** What the lines say. Of several jobs each line has the job's id and name, but for the one that ends the watch. */
function inLines(text: string, { jobIds, events }: Trace): Facts {
  const verdict = events.at(-1);
  const told = text.split('\n').flatMap((line) => {
    const [time = '', ...parts] = line.split('  ');
    const isLabelled = /^\da0e8400$/.test(parts[0] ?? '');
    const [id, name] = isLabelled ? parts.splice(0, 2) : [jobIds[0]];
    const read = reading[parts[0] ?? ''];
    if (!/^\d{4}-/.test(time) || read === undefined) return [];
    if (name !== undefined) expect(name).toBe(nameOf(id));
    const each: Told = { ...read(parts.slice(1)), ...(id === undefined ? {} : { jobId: id }) };
    // Of several jobs that have ended, the verdict is that of the one that decides.
    const isOther =
      each.type === 'verdict' &&
      isLabelled &&
      verdict?.type === 'verdict' &&
      !verdict.jobId.startsWith(id ?? '');
    return isOther ? [] : [each];
  });
  return factsOf(told);
}

const SIGNS: Record<string, string> = {
  '●': 'Running',
  '✓': 'Completed',
  '✗': 'Failed',
  '⊘': 'Cancelled',
  '○': 'Pending',
};

/** The last frame of the live view and what is left below it, on a terminal with room for everything. */
async function screenOf({ jobIds, events }: Trace): Promise<string> {
  const { context } = await fakeContext({ look: { terminal: true } });
  const panels = { logs: true, timeline: false, metrics: false, dependencies: false, help: false };
  const knobs = () => ({ intervalMs: 2_000, isPaused: false, panels });
  const scene = await createScene({ jobIds, knobs, isFullscreen: false, hasKeys: true }, context);
  for (const event of events) scene.take(event);
  scene.draw({ columns: 120, rows: 300, nowMs: events.at(-1)?.atMs ?? 0 });
  return scene.last().join('\n');
}

/** The sentence at the end. Of several jobs that all have completed, nothing but their number is said. */
function verdictOn(text: string, count: number): string {
  const end = /^[✓✗⊘▲] (?:Job-\d: )?(Completed|Failed|Cancelled|The time)(?: |$)/m.exec(text)?.[1];
  const areDone = new RegExp(`^${count} jobs +✓ ${count} done$`, 'm').test(text);
  if (end === undefined) return areDone ? 'Completed' : `none in ${text}`;
  return end === 'The time' ? 'TimedOut' : end;
}

/** What the screen says: a sign and a name for each job and stage, entries, gaps, and the sentence at the end. */
function onScreen(text: string, { jobIds }: Trace): Facts {
  const facts = nothing();
  for (const [, sign = '', name = '', rest = ''] of text.matchAll(/^(\S) (\w+-\d)(\s.*)$/gm)) {
    const isJob = name.startsWith('Job');
    const status = SIGNS[sign] ?? sign;
    if (status !== 'Pending') (isJob ? facts.statuses : facts.stages)[name] = status;
    const share = isJob ? /(\d+)%/.exec(rest)?.[1] : undefined;
    if (share !== undefined) facts.percentages[name] = Number(share);
  }
  if (jobIds.length === 1) {
    facts.percentages['Job-0'] = Number(/^ {2}[█▏▎▍▌▋▊▉░]+ +(\d+)%/m.exec(text)?.[1]);
  }
  const entries = [...text.matchAll(/^\d\d:\d\d:\d\d {2}(?:WARN|ERROR) .*?(entry-\d+)$/gm)];
  facts.log = entries.map(([, message = '']) => message);
  facts.late = entries.flatMap(([line, message = '']) => (line.includes('late') ? [message] : []));
  facts.gaps = [...text.matchAll(/^▲ +log entries are missing/gm)].length;
  facts.verdict = verdictOn(text, jobIds.length);
  return facts;
}

const rounded = (percentages: Record<string, number>, digits: number): Record<string, number> =>
  Object.fromEntries(
    Object.entries(percentages).map(([name, value]) => [name, Number(value.toFixed(digits))]),
  );

/** The view of several jobs has no stages and no log: there is a row for each. */
const ofSeveral = (facts: Facts): Facts => ({ ...facts, stages: {}, log: [], late: [], gaps: 0 });

test('lines, objects and screens of any watch tell the same facts and the same verdict', async () => {
  await fc.assert(
    fc.asyncProperty(traces, async (trace) => {
      const truth = factsOf(trace.events);
      const objects = await tellTrace(trace, ({ io, messages }) =>
        createNdjsonTeller(io.stdout, messages),
      );
      const look = await testLook({ terminal: false });
      const lines = await tellTrace(trace, ({ io }) => createPlainTeller(io.stdout, look, ''));
      const screen = onScreen(await screenOf(trace), trace);

      expect(inObjects(objects.text)).toEqual(truth);
      expect(inLines(lines.text, trace)).toEqual({
        ...truth,
        percentages: rounded(truth.percentages, 1),
      });
      const shown = trace.jobIds.length > 1 ? ofSeveral(truth) : truth;
      expect({ ...screen, percentages: {} }).toEqual({ ...shown, percentages: {} });
      for (const [name, percentage] of Object.entries(truth.percentages)) {
        expect(Math.abs((screen.percentages[name] ?? -1) - percentage)).toBeLessThan(1);
      }
      expect(objects.verdict).toEqual(trace.events.at(-1));
      expect(lines.verdict).toEqual(trace.events.at(-1));
    }),
    { numRuns: 150 },
  );
});

test('lines never leave progress behind by five points, nor for five seconds', () => {
  fc.assert(
    fc.property(traces, ({ events }) => {
      let told = nothingTold;
      const last = new Map<string, ProgressEvent>();
      for (const event of events) {
        if (event.type !== 'progress') continue;
        const chosen = chooseEvents(told, event);
        told = chosen.told;
        if (chosen.events.includes(event)) last.set(event.jobId, event);
        const { atMs = 0, percentage = 0 } = last.get(event.jobId) ?? {};
        expect(event.atMs - atMs).toBeLessThan(5_000);
        expect(Math.abs((event.percentage ?? 0) - percentage)).toBeLessThan(5);
      }
    }),
    { numRuns: 200 },
  );
});

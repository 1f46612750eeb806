import fc from 'fast-check';
import {
  type EventType,
  eventTypes,
  type Level,
  levels,
  type Status,
  statuses,
} from '../../../src/contract/index.js';
import type { Changes } from '../../../src/server/store/port.js';
import { hostileText } from '../../helpers/hostile-text.js';
import { exampleJob } from './records.js';

/** A lone half of a surrogate pair is no text that UTF-8 can hold: it arrives as U+FFFD. */
const text = fc
  .oneof(hostileText, fc.constantFrom('', '\0', 'a\0b', '12', '1e3', 'NULL', "'; DROP TABLE jobs"))
  .map((value) => Buffer.from(value).toString());

const amount = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 31 }),
  fc.maxSafeNat(),
  fc.double({ min: 0.001, max: 1e12, noNaN: true }),
);
const time = fc.integer({ min: 0, max: 4e12 });
const word = <T extends string>(words: readonly T[]) => fc.constantFrom(...words);

/** What JSON can carry, as a reader of JSON gets it. */
const openMap = fc
  .dictionary(fc.string({ maxLength: 6 }), fc.oneof(fc.jsonValue({ maxDepth: 2 }), text))
  .map((map) => JSON.parse(JSON.stringify(map)) as Record<string, unknown>);

const figures = fc
  .dictionary(fc.string({ maxLength: 6 }), fc.oneof(amount, text, fc.boolean()))
  .map((map) => JSON.parse(JSON.stringify(map)) as Record<string, number | string | boolean>);

const told = fc.record(
  { percent: fc.nat(100), progressAtMs: time, warnings: fc.array(text), errors: fc.array(text) },
  { requiredKeys: [] },
);

const job = fc
  .record(
    {
      name: text,
      type: text,
      status: word<Status>(statuses.words),
      submittedBy: text,
      startedAtMs: time,
      endedAtMs: time,
      percent: amount,
      recordsProcessed: amount,
      totalRecords: amount,
      activity: fc.record(
        { operation: text, component: text, details: text },
        { requiredKeys: ['operation'] },
      ),
      memoryLimitBytes: amount,
      cpuCores: amount,
      quality: fc.record({ dataQualityScore: amount }, { requiredKeys: [] }),
      metrics: figures,
      exitCode: fc.integer({ min: -1, max: 255 }),
      reason: text,
      heartbeatMs: amount,
      registration: text,
      told,
    },
    { requiredKeys: [] },
  )
  .map((fields) => ({ ...exampleJob, ...fields }));

const stage = fc.record(
  {
    name: text,
    order: fc.constant(1),
    status: word<Status>(statuses.words),
    startedAtMs: time,
    percent: amount,
    totalRecords: amount,
    expectedDurationMs: amount,
    metrics: figures,
    told,
  },
  { requiredKeys: ['name', 'order', 'status', 'metrics'] },
);

const entry = fc.record(
  {
    sequence: fc.constant(0),
    timeMs: time,
    level: word<Level>(levels.words),
    component: text,
    stage: text,
    message: text,
    details: openMap,
  },
  { requiredKeys: ['sequence', 'timeMs', 'level', 'message'] },
);

const event = fc.record(
  {
    sequence: fc.constant(0),
    timeMs: time,
    type: word<EventType>(eventTypes.words),
    isSub: fc.boolean(),
    stageName: text,
    text,
    percent: amount,
    details: openMap,
  },
  { requiredKeys: ['sequence', 'timeMs', 'type', 'isSub', 'details'] },
);

const sample = fc.record(
  { timeMs: time, stage: text, cpuPercent: amount, memoryBytes: amount, networkInBytes: amount },
  { requiredKeys: ['timeMs'] },
);

const numbered = <T extends { sequence: number }>(records: readonly T[]): T[] =>
  records.map((record, index) => ({ ...record, sequence: index + 1 }));

const byTime = (a: { timeMs: number }, b: { timeMs: number }): number => a.timeMs - b.timeMs;

/** Any change of a job, with everything that can belong to one. */
export const anyChanges: fc.Arbitrary<Changes> = fc.record({
  job,
  reportIds: fc.uniqueArray(text, { maxLength: 100 }),
  stages: fc
    .uniqueArray(stage, { selector: ({ name }) => name, maxLength: 5 })
    .map((stages) => stages.map((one, index) => ({ ...one, order: index + 1 }))),
  logs: fc.array(entry, { maxLength: 150 }).map(numbered),
  events: fc.array(event, { maxLength: 20 }).map(numbered),
  samples: fc.array(sample, { maxLength: 20 }).map((samples) => samples.sort(byTime)),
  outbox: fc.constant([]),
});

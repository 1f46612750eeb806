import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseEvents, type Wishes } from '../../../src/server/events/choose-events.js';
import type { OutboxRecord } from '../../../src/server/store/records.js';
import { JOB_ID, START } from '../intake/reporting.js';

const everything: Wishes = {
  events: ['stageStarted', 'stageCompleted', 'progressUpdate', 'error', 'warning', 'jobCompleted'],
  includeDebugEvents: false,
  notifyOnErrors: true,
  expiresAtMs: Number.POSITIVE_INFINITY,
};

/** Rows as intake writes them, numbered from 1; each is a second later than the one before. */
function outbox(...rows: [event: string, data?: Record<string, unknown>][]): OutboxRecord[] {
  return rows.map(([event, data = {}], index) => ({
    id: `id-${index + 1}`,
    jobId: JOB_ID,
    sequence: index + 1,
    event,
    createdAtMs: START + index * 1_000,
    body: {
      type: event,
      jobId: JOB_ID,
      jobName: 'Nightly',
      timestamp: new Date(START + index * 1_000).toISOString(),
      data,
    },
  }));
}

const progress = (percent: number, stageName?: string): [string, Record<string, unknown>] => [
  'progressUpdate',
  { ...(stageName === undefined ? {} : { stageName }), progress: percent },
];

/** What somebody with these wishes is told of: the numbers of the rows. */
const chosen = (wishes: Partial<Wishes>, rows: readonly OutboxRecord[]): unknown[] =>
  chooseEvents({ ...everything, ...wishes }, [], rows).events.map(({ sequence }) => sequence);

test('an event is its row, with the id that it keeps and its place in the job', () => {
  const [row] = outbox(['stageStarted', { stageName: 'Load', recordCount: 200 }]);
  const { events } = chooseEvents(everything, [], [row as OutboxRecord]);
  expect(events).toEqual([
    {
      id: 'id-1',
      type: 'stageStarted',
      jobId: JOB_ID,
      jobName: 'Nightly',
      timestamp: '2024-01-20T10:30:00.000Z',
      sequence: 1,
      data: { stageName: 'Load', recordCount: 200 },
    },
  ]);
});

describe('the types of events', () => {
  const rows = outbox(
    ['stageStarted', { stageName: 'Load' }],
    progress(10, 'Load'),
    ['warning', { message: 'slow disk' }],
    ['error', { message: 'a row was left out' }],
    ['debug', { message: 'row 7' }],
    ['stageCompleted', { stageName: 'Load' }],
    ['jobCompleted', { status: 'Completed' }],
  );

  test('those that are named are told of, in the order in which they happened', () => {
    expect(chosen({}, rows)).toEqual([1, 2, 3, 4, 6, 7]);
    expect(chosen({ events: ['jobCompleted', 'warning'], notifyOnErrors: false }, rows)).toEqual([
      3, 7,
    ]);
  });

  test('errors are told of also when they are not named', () => {
    expect(chosen({ events: ['jobCompleted'] }, rows)).toEqual([4, 7]);
  });

  test('errors are held back also when they are named, by notifyOnErrors', () => {
    expect(chosen({ events: ['error', 'jobCompleted'], notifyOnErrors: false }, rows)).toEqual([7]);
  });

  test('debug entries are told of to whoever asks for them', () => {
    expect(chosen({ events: ['jobCompleted'], includeDebugEvents: true }, rows)).toEqual([4, 5, 7]);
  });
});

describe('the least step of progress', () => {
  test('lies between two events; the first is always told of', () => {
    const rows = outbox(...[3, 4, 7, 8, 9, 12, 13, 40].map((percent) => progress(percent)));
    expect(chosen({ minProgressIncrement: 5 }, rows)).toEqual([1, 4, 7, 8]);
  });

  test('is counted in tenths, as percentages are told', () => {
    expect(chosen({ minProgressIncrement: 5 }, outbox(progress(3.2), progress(8.2)))).toEqual([
      1, 2,
    ]);
    expect(chosen({ minProgressIncrement: 5 }, outbox(progress(3.2), progress(8.1)))).toEqual([1]);
  });

  test('is of each stage, and of the job where no stage is named', () => {
    const rows = outbox(progress(50, 'Load'), progress(51), progress(52, 'Load'), progress(3, 'B'));
    expect(chosen({ minProgressIncrement: 10 }, rows)).toEqual([1, 2, 4]);
  });

  test('begins anew with a stage that is started again', () => {
    const rows = outbox(
      ['stageStarted', { stageName: 'Load' }],
      progress(90, 'Load'),
      ['stageCompleted', { stageName: 'Load' }],
      ['stageStarted', { stageName: 'Load' }],
      progress(1, 'Load'),
      progress(2, 'Load'),
    );
    const wishes = { events: ['progressUpdate'], minProgressIncrement: 20 };
    expect(chosen(wishes, rows)).toEqual([2, 5]);
  });

  test('can be a name of any stage, also one that objects have by nature', () => {
    const rows = outbox(progress(10, '__proto__'), progress(11, '__proto__'), progress(1, ''));
    expect(chosen({ minProgressIncrement: 5 }, rows)).toEqual([1, 3]);
  });
});

test('what comes after the end of a subscription is not its own', () => {
  const rows = outbox(['warning'], ['warning'], ['warning']);
  expect(chosen({ expiresAtMs: START + 1_000 }, rows)).toEqual([1, 2]);
});

const anyRow = fc.oneof(
  fc
    .constantFrom('stageStarted', 'stageCompleted')
    .map((type): [string, object] => [type, { stageName: 'Load' }]),
  fc
    .tuple(fc.integer({ min: 0, max: 1_000 }), fc.constantFrom('Load', 'Check', undefined))
    .map(([tenths, stage]) => progress(tenths / 10, stage)),
  fc.constantFrom('warning', 'error', 'debug').map((type): [string, object] => [type, {}]),
) as fc.Arbitrary<[string, Record<string, unknown>]>;

test('it does not matter where the rows were cut: after a restart the choice goes on as it would have', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 0, max: 30 }),
      (made, place, minProgressIncrement) => {
        const wishes = { ...everything, minProgressIncrement, includeDebugEvents: true };
        const rows = outbox(...made);
        const cut = rows.length === 0 ? 0 : place % rows.length;
        const first = chooseEvents(wishes, [], rows.slice(0, cut));
        const told = JSON.parse(JSON.stringify(first.told));
        const second = chooseEvents(wishes, told, rows.slice(cut));
        expect([...first.events, ...second.events]).toEqual(chooseEvents(wishes, [], rows).events);
      },
    ),
  );
});

import { createLogFollower } from '../../../src/client/follow/create-log-follower.js';
import type { LogFollower, Reading } from '../../../src/client/follow/types.js';
import type { LogEntry } from '../../../src/contract/index.js';
import { isJobtrackError } from '../../../src/errors/index.js';
import { promise } from '../../helpers/promise.js';
import { createRandom } from '../../helpers/random.js';
import { JOB, testClient } from '../../helpers/test-client.js';
import { at, createFakeLog, type FakeLog } from '../follow/fake-log.js';
import { type Fault, type LogServer, startLogServer } from '../follow/log-server.js';

const FAULTS = ['reset', 'half', 'restart', 'rotation'] as const;

/** Lines that a job logs: a third share their time with the one before, some come up to ten seconds late. */
function createWriter(random: () => number): () => LogEntry {
  let number = 0;
  let second = 0;
  return () => {
    number += 1;
    if (random() > 0.3) second += random() / 50;
    const lateBy = random() < 0.02 ? Math.min(10, second) * random() : 0;
    return at(second - lateBy, `line ${number}`);
  };
}

interface Journey {
  log: FakeLog;
  server: LogServer;
  follower: LogFollower;
  random: () => number;
  told: Reading['events'][number][];
}

/** Lets so many lines be logged, with faults all along, and everything be read. */
async function travel(journey: Journey, count: number, faultCount: number): Promise<void> {
  const { log, server, random } = journey;
  const write = createWriter(random);
  let logged = 0;
  let faults = 0;
  while (logged < count || faults < faultCount) {
    const more = Math.min(count - logged, Math.ceil(random() * ((2 * count) / faultCount)));
    for (let line = 0; line < more; line += 1) log.add(write());
    logged += more;
    const fault = FAULTS[faults % FAULTS.length];
    faults += 1;
    // What was told may be taken away, but for a few of the last lines.
    if (fault === 'rotation') log.keep(more + 1 + Math.floor(random() * 50));
    else {
      const fine = Array.from({ length: Math.floor(random() * 3) }, () => undefined);
      server.faults.push(...fine, fault as Fault);
    }
    await readToEnd(journey);
  }
  server.faults.length = 0;
  await readToEnd(journey);
}

/** Reads until there is no more, whatever happens, and starts a server again that was found to be down twice. */
async function readToEnd({ follower, server, told }: Journey): Promise<void> {
  for (let failures = 0; ; ) {
    try {
      const { events, hasMore } = await follower.read();
      told.push(...events);
      if (!hasMore) return;
    } catch (error) {
      if (!isJobtrackError(error)) throw error;
      failures += 1;
      if (server.isDown && failures > 1) await server.start();
    }
  }
}

async function begin(isNumbered: boolean): Promise<Journey> {
  const log = createFakeLog({ isNumbered });
  const server = await startLogServer(log);
  const client = testClient(server.url);
  const sizes = { byNumber: 500, byTime: 1_000 };
  const follower = createLogFollower({ client, jobId: JOB, level: 'DEBUG' }, sizes);
  return { log, server, follower, random: createRandom(20_240_120), told: [] };
}

const numberOf = ({ message }: LogEntry): number => Number(message?.slice('line '.length));

const entriesOf = (told: Journey['told']): LogEntry[] =>
  told.flatMap((event) => (event.type === 'log' ? [event.entry] : []));

/** Says which lines are missing and which are there more than once. */
function checkEachOnce(told: Journey['told'], count: number, fail: (what: string) => void): void {
  const times = new Map<number, number>();
  for (const entry of entriesOf(told)) {
    times.set(numberOf(entry), (times.get(numberOf(entry)) ?? 0) + 1);
  }
  for (let number = 1; number <= count; number += 1) {
    const found = times.get(number) ?? 0;
    if (found !== 1) fail(`line ${number} was told ${found} times`);
  }
  for (const event of told) if (event.type === 'gap') fail(`a gap: ${JSON.stringify(event)}`);
}

promise(
  'S1',
  'Following a log loses, repeats and reorders nothing: by number',
  { full: 100_000, quick: 4_000 },
  async ({ count, fail }) => {
    const journey = await begin(true);
    await travel(journey, count, count / 500);
    checkEachOnce(journey.told, count, fail);
    entriesOf(journey.told).forEach((entry, index) => {
      if (numberOf(entry) !== index + 1)
        fail(`line ${numberOf(entry)} came as number ${index + 1}`);
    });
  },
);

promise(
  'S1',
  'Following a log loses, repeats and reorders nothing: by time',
  { full: 100_000, quick: 4_000 },
  async ({ count, fail }) => {
    const journey = await begin(false);
    await travel(journey, count, count / 500);
    checkEachOnce(journey.told, count, fail);
    let before = { atMs: Number.NEGATIVE_INFINITY, number: 0 };
    for (const event of journey.told) {
      if (event.type !== 'log') continue;
      const now = { atMs: event.atMs, number: numberOf(event.entry) };
      const isLate = now.atMs < before.atMs;
      if (isLate !== (event.late === true)) fail(`line ${now.number} is late: ${event.late}`);
      if (isLate) continue;
      if (now.atMs === before.atMs && now.number < before.number) fail(`line ${now.number} moved`);
      before = now;
    }
  },
);

promise(
  'S2',
  'A gap in a log is told, never silent',
  { full: 50, quick: 50 },
  async ({ count, fail }) => {
    const { log, follower, random, told, server } = await begin(true);
    let number = 0;
    const write = (lines: number): void => {
      for (let line = 0; line < lines; line += 1) {
        number += 1;
        log.add(at(number));
      }
    };
    for (let expired = 0; expired < count; expired += 1) {
      write(1 + Math.floor(random() * 700));
      await readToEnd({ log, follower, random, told, server });
      const lost = 1 + Math.floor(random() * 700);
      const kept = Math.floor(random() * 700);
      write(lost + kept);
      log.keep(kept);
      log.habits = { ...log.habits, refuses: expired % 2 === 0 ? 410 : 400 };
    }
    await readToEnd({ log, follower, random, told, server });
    const gaps = told.filter(({ type }) => type === 'gap');
    if (gaps.length !== count) fail(`${gaps.length} gaps`);
    // Lines and gaps together are all numbers, each once, in order.
    let next = 1;
    for (const event of told) {
      const [from, to] =
        event.type === 'log'
          ? [numberOf(event.entry), numberOf(event.entry)]
          : [event.fromSequence, event.toSequence];
      if (from !== next) fail(`${from} instead of ${next}`);
      next = (to ?? 0) + 1;
    }
    if (next !== number + 1) fail(`the end is ${next - 1} instead of ${number}`);
  },
);

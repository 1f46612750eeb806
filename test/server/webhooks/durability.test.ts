import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../src/server/store/sqlite/open-store.js';
import { bundleChild } from '../../helpers/bundle-child.js';
import { temporaryFolder } from '../../helpers/cli.js';
import { startServer } from '../../helpers/http-server.js';
import { promise } from '../../helpers/promise.js';
import { guid } from '../tracking.js';
import { createDelivering, SECRET } from './delivering.js';

/** One arrival of an event. */
interface Arrival {
  id: string;
  sequence: number;
  body: string;
}

/** Subscribers to everything, and to the ends of stages only, by the path that they are called at. */
const subscribers = { '/all': ['stageStarted', 'stageCompleted'], '/ends': ['stageCompleted'] };

type Path = keyof typeof subscribers;

/** A receiver, which may be told to have the sender killed at an arrival: before it answers, or right behind its answer. */
interface Receiver {
  url: string;
  arrivals: Record<Path, Arrival[]>;
  /** Has `kill` called at the arrival after so many; with no answer to it where `isBefore`. */
  killAfter(arrivals: number, isBefore: boolean, kill: () => Promise<void>): Promise<void>;
  /** Waits until a condition holds, which is asked at every arrival. */
  until(condition: () => boolean): Promise<void>;
}

async function startReceiver(fail: (what: string) => void): Promise<Receiver> {
  const arrivals: Receiver['arrivals'] = { '/all': [], '/ends': [] };
  let onArrival = async (_answer: () => void): Promise<void> => {};
  const server = await startServer(async ({ path, headers, body }, response) => {
    try {
      new Webhook(SECRET).verify(body, headers as Record<string, string>);
    } catch (error) {
      fail(`an event that does not verify: ${String(error)}`);
    }
    const { id, sequence } = JSON.parse(body) as Arrival;
    if (id !== headers['webhook-id']) fail(`${id} came as ${headers['webhook-id']}`);
    arrivals[path as Path].push({ id, sequence, body });
    let isAnswered = false;
    const answer = (): void => {
      if (!isAnswered) response.writeHead(204).end();
      isAnswered = true;
    };
    await onArrival(answer);
    answer();
  });
  return {
    url: server.url,
    arrivals,
    killAfter: (count, isBefore, kill) => {
      let left = count;
      return new Promise((resolve) => {
        onArrival = async (answer) => {
          left -= 1;
          if (left !== 0) return;
          if (!isBefore) answer();
          await kill();
          resolve();
        };
        if (left === 0) void kill().then(resolve);
      });
    },
    until: (condition) =>
      new Promise((resolve) => {
        onArrival = async () => {
          if (condition()) resolve();
        };
        if (condition()) resolve();
      }),
  };
}

/** A running job, and two subscribers to it, in a database. */
function prepare(url: string): string {
  const file = join(temporaryFolder(), 'jobs.db');
  const delivering = createDelivering(openStore({ file }));
  for (const [path, events] of Object.entries(subscribers)) {
    const expiresAtMs = Number.MAX_SAFE_INTEGER;
    delivering.subscribe({ id: path, webhookUrl: `${url}${path}`, events, expiresAtMs });
  }
  delivering.store.close();
  return file;
}

/** Starts a server of its own; it is killed with the test. */
function startDelivering(program: string, file: string, mode: 'report' | 'deliver') {
  const child: ChildProcess = spawn(process.execPath, [program, file, guid(1), mode], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const closed = once(child, 'close');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
  };
  onTestFinished(kill);
  return { kill };
}

/** What should have arrived at a path. */
function expected(file: string, path: Path): Arrival[] {
  const store = openStore({ file });
  const rows = store.outbox(guid(1), 0).filter(({ event }) => subscribers[path].includes(event));
  store.close();
  return rows.map(({ id, sequence }) => ({ id, sequence, body: '' }));
}

/** What is wrong with the arrivals: an event that is missing, out of order, or not the same when it is repeated. */
function faultsOf(arrivals: readonly Arrival[], wanted: readonly Arrival[]): string[] {
  const faults: string[] = [];
  let next = 0;
  for (const arrival of arrivals) {
    const [last, now] = [wanted[next - 1], wanted[next]];
    if (arrival.sequence === now?.sequence && arrival.id === now.id) {
      now.body = arrival.body;
      next += 1;
    } else if (arrival.id !== last?.id || arrival.body !== last.body) {
      faults.push(`${arrival.sequence} came after ${last?.sequence}, or is not the same again`);
    }
  }
  if (next < wanted.length) faults.push(`${wanted.length - next} events are missing`);
  return faults;
}

promise(
  'W2',
  'Every event that was stored arrives, in order, however often the server is killed',
  { full: 200, quick: 4 },
  async ({ count, fail }) => {
    const program = await bundleChild('test/server/webhooks/deliver.child.ts');
    const receiver = await startReceiver(fail);
    const file = prepare(receiver.url);
    for (let round = 0; round < count; round += 1) {
      // Every server is killed at another place: before it has sent anything, early, or later on.
      const arrivals = (round * 37) % 161;
      const { kill } = startDelivering(program, file, 'report');
      await receiver.killAfter(arrivals, round % 2 === 0, kill);
    }
    const wanted = { '/all': expected(file, '/all'), '/ends': expected(file, '/ends') };
    const isWhole = (path: Path): boolean =>
      receiver.arrivals[path].at(-1)?.sequence === wanted[path].at(-1)?.sequence;
    const { kill } = startDelivering(program, file, 'deliver');
    await receiver.until(() => isWhole('/all') && isWhole('/ends'));
    await kill();
    for (const path of ['/all', '/ends'] as const) {
      for (const fault of faultsOf(receiver.arrivals[path], wanted[path]))
        fail(`${path}: ${fault}`);
    }
    const repeats = receiver.arrivals['/all'].length - wanted['/all'].length;
    if (repeats === 0) fail('no event was repeated: no server was killed while it sent one');
    return wanted['/all'].length;
  },
);

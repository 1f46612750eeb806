import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Resolve } from '../../../../src/server/webhooks/guard/checked-lookup.js';
import { createGuard, type Guard } from '../../../../src/server/webhooks/guard/guard.js';
import { createGuardedAgent } from '../../../../src/server/webhooks/guard/guarded-agent.js';
import { createSend, type Outcome } from '../../../../src/server/webhooks/send.js';
import { createFakeClock } from '../../../helpers/fake-clock.js';
import { promise } from '../../../helpers/promise.js';
import { countConnections } from './connections.js';
import { forbiddenHosts, forbiddenMeanings } from './forbidden.js';

const nobody: Resolve = async () => [];

/** One attempt at an address, by a guard of its own. */
async function attempt(url: string, guard: Guard, resolve: Resolve = nobody): Promise<Outcome> {
  const agent = createGuardedAgent(guard, resolve);
  const send = createSend(agent, createFakeClock(), 2_000);
  const event = { headers: { 'content-type': 'application/json' }, body: '{}' };
  const outcome = await send(new URL(url), event, new AbortController().signal);
  await agent.destroy();
  return outcome;
}

const refused: Outcome = { kind: 'failed', reason: 'ADDRESS_REFUSED' };

/** A server that counts who connects, and answers each with a status and headers. */
async function listenAt(
  host: string,
  port = 0,
  answer: { status: number; headers?: Record<string, string> } = { status: 204 },
): Promise<{ port: number; readonly connections: number }> {
  let connections = 0;
  const server = createServer((_request, response) => {
    response.writeHead(answer.status, answer.headers).end();
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
  };
}

/** An address of this machine that stands for one of the internet in these tests: everything else is refused. */
const ALLOWED = '127.0.0.2';
const onlyAllowed: Guard = {
  allows: (address) => address === ALLOWED,
  refusesAtSight: () => false,
};

const as = (address: string): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 });

async function tryAddresses(port: number, fail: (what: string) => void): Promise<number> {
  const guard = createGuard({ allowsLoopback: false });
  for (const scheme of ['http', 'https']) {
    for (const host of forbiddenHosts) {
      const url = `${scheme}://${host}:${port}/`;
      if (!guard.refusesAtSight(new URL(url))) fail(`${url} was not refused at sight`);
      const outcome = await attempt(url, guard);
      if (JSON.stringify(outcome) !== JSON.stringify(refused)) {
        fail(`${url}: ${JSON.stringify(outcome)}`);
      }
    }
    for (const address of forbiddenMeanings) {
      const outcome = await attempt(`${scheme}://hook.example:${port}/`, guard, async () => [
        as(address),
      ]);
      if (JSON.stringify(outcome) !== JSON.stringify(refused)) {
        fail(`a name that means ${address}: ${JSON.stringify(outcome)}`);
      }
    }
  }
  return 2 * (forbiddenHosts.length + forbiddenMeanings.length);
}

/** A name that means something allowed when it is asked for the first time, and this machine from then on. */
async function tryFlipping(rounds: number, port: number, fail: (what: string) => void) {
  for (let round = 0; round < rounds; round += 1) {
    let asked = 0;
    const flipping: Resolve = async () => {
      asked += 1;
      return [as(asked === 1 ? ALLOWED : '127.0.0.1')];
    };
    const outcome = await attempt(`http://hook.example:${port}/`, onlyAllowed, flipping);
    if (outcome.kind !== 'answered' || asked !== 1) fail(`round ${round}: asked ${asked} times`);
  }
}

/** A name that means an allowed address at which nobody listens, and this machine as well. */
async function tryBoth(rounds: number, port: number, fail: (what: string) => void) {
  for (let round = 0; round < rounds; round += 1) {
    const both = [as('127.0.0.3'), as('127.0.0.1'), as('::1')];
    const guard: Guard = { ...onlyAllowed, allows: (address) => address === '127.0.0.3' };
    const outcome = await attempt(`http://hook.example:${port}/`, guard, async () => both);
    if (outcome.kind === 'answered') fail(`round ${round}: somebody answered`);
  }
}

async function tryRedirects(rounds: number, sink: number, fail: (what: string) => void) {
  for (let round = 0; round < rounds; round += 1) {
    const status = [301, 302, 303, 307, 308][round % 5] ?? 302;
    const location = [`http://127.0.0.1:${sink}/`, `//127.0.0.1:${sink}/`, `http://[::1]:${sink}/`];
    const headers = { location: location[round % 3] ?? '' };
    const receiver = await listenAt(ALLOWED, 0, { status, headers });
    const outcome = await attempt(`http://${ALLOWED}:${receiver.port}/`, onlyAllowed);
    const isStatus = outcome.kind === 'answered' && outcome.status === status;
    if (!isStatus) fail(`round ${round}: ${JSON.stringify(outcome)}`);
  }
}

promise(
  'W4',
  'A webhook reaches no private network and no machine that it may not',
  { full: 50, quick: 10 },
  async ({ count, fail }) => {
    const sink = await listenAt('127.0.0.1');
    const own = countConnections();
    const tried = await tryAddresses(sink.port, fail);
    if (own.opened > 0) fail(`${own.opened} connections were opened for refused addresses`);
    const receiver = await listenAt(ALLOWED, sink.port);
    await tryFlipping(count, sink.port, fail);
    if (own.opened < count) fail(`only ${own.opened} connections were counted of ${count}`);
    if (receiver.connections !== count) fail(`${receiver.connections} reached the allowed address`);
    await tryBoth(count, sink.port, fail);
    await tryRedirects(count, sink.port, fail);
    if (sink.connections > 0) fail(`${sink.connections} connections at the sink`);
    return tried + 3 * count;
  },
);

test('this machine is called where that is allowed, under each of its names; private networks never', async () => {
  const receiver = await listenAt('127.0.0.1');
  const guard = createGuard({ allowsLoopback: true });
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]']) {
    const url = `http://${host}:${receiver.port}/`;
    expect(guard.refusesAtSight(new URL(url))).toBe(false);
    expect(await attempt(url, guard, async () => [as('127.0.0.1')])).toMatchObject({ status: 204 });
  }
  expect(guard.refusesAtSight(new URL('http://10.0.0.1/'))).toBe(true);
  expect(await attempt('http://10.0.0.1/', guard)).toEqual(refused);
  expect(await attempt('http://hook.example/', guard, async () => [as('10.0.0.1')])).toEqual(
    refused,
  );
});

test.each(['localhost', 'LOCALHOST', 'localhost.', 'a.localhost'])(
  '%s means this machine, and is refused at sight where that is not allowed',
  (host) => {
    expect(createGuard({ allowsLoopback: false }).refusesAtSight(new URL(`http://${host}/`))).toBe(
      true,
    );
  },
);

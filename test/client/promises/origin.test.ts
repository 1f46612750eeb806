import { connect } from 'node:net';
import { Agent } from 'undici';
import { expect, test } from 'vitest';
import { startServer, type TestServer } from '../../helpers/http-server.js';
import { promise } from '../../helpers/promise.js';
import { API, JOB, rejection, testClient } from '../../helpers/test-client.js';

const ORIGIN = 'https://jobs.example.com:8443';
const PATH = `${API}/job/${JOB}/progress`;

/** Connects to `own` for the origin and to `sink` for everything else, without TLS: what is sent is all that matters. */
const createDispatcher = (own: TestServer, sink: TestServer): Agent =>
  new Agent({
    connect: ({ protocol, hostname, port }, callback) => {
      const target = `${protocol}//${hostname}:${port}` === ORIGIN ? own : sink;
      const socket = connect(target.port, '127.0.0.1');
      socket.once('connect', () => callback(null, socket));
      socket.once('error', (error) => callback(error, null));
    },
  });

/** The statuses that redirect. */
const CODES = [301, 302, 303, 307, 308];

const hops = {
  host: `https://evil.example:8443${PATH}`,
  port: `https://jobs.example.com:9443${PATH}`,
  'scheme down': `http://jobs.example.com:8443${PATH}`,
  subdomain: `https://sub.jobs.example.com:8443${PATH}`,
  userinfo: `https://user:pw@jobs.example.com:8443${PATH}`,
  ws: `wss://jobs.example.com:8443${PATH}`,
};

/** Addresses of sockets that a server may give away to have the token sent elsewhere; each with the client's own address. */
const socketHops = (own: TestServer, sink: TestServer): Record<string, [string, string]> => ({
  host: [own.url, `ws://localhost:${sink.port}${PATH}`],
  port: [own.url, `ws://127.0.0.1:${sink.port}${PATH}`],
  'scheme down': [`https://127.0.0.1:${sink.port}`, `ws://127.0.0.1:${sink.port}${PATH}`],
  'another scheme': [own.url, `wss://127.0.0.1:${own.port}${PATH}`],
  subdomain: [`http://localhost:${own.port}`, `ws://sub.localhost:${sink.port}${PATH}`],
  userinfo: [own.url, `ws://user:pw@127.0.0.1:${own.port}${PATH}`],
  'no address': [own.url, 'ws://['],
});

/** Tries to open a socket at each of them; how many there were. */
async function tryHops(sink: TestServer, fail: (what: string) => void): Promise<number> {
  const own = await startServer((_request, response) => response.end());
  const hops = Object.entries(socketHops(own, sink));
  for (const [hop, [url, address]] of hops) {
    const opening = await testClient(url, { token: 'secret-1' }).openSocket(address);
    if (JSON.stringify(opening) !== '{"kind":"no-socket","reason":"elsewhere"}') {
      fail(`socket, ${hop}: ${JSON.stringify(opening)}`);
    }
  }
  if (own.requests.length > 0) fail('an address with another name or scheme was asked');
  return hops.length;
}

/** Redirects the opening of a socket; how many ways there were. */
async function redirectSockets(sink: TestServer, fail: (what: string) => void): Promise<number> {
  for (const status of CODES) {
    const own = await startServer((_request, response) =>
      response.writeHead(status, { location: `ws://127.0.0.1:${sink.port}${PATH}` }).end(),
    );
    const client = testClient(own.url, { token: 'secret-1' });
    const opening = await client.openSocket(`ws://127.0.0.1:${own.port}${PATH}`);
    if (opening.kind !== 'no-socket') fail(`socket, ${status}: it is open`);
    if (own.requests.length !== 1) fail(`socket, ${status}: asked ${own.requests.length} times`);
  }
  return CODES.length;
}

/** Redirects every request; how many ways there were. */
async function redirectRequests(sink: TestServer, fail: (what: string) => void): Promise<number> {
  let cells = 0;
  for (const status of CODES) {
    for (const [hop, location] of Object.entries(hops)) {
      cells += 1;
      const own = await startServer((_request, response) =>
        response.writeHead(status, { location }).end(),
      );
      const dispatcher = createDispatcher(own, sink);
      const client = testClient(ORIGIN, { dispatcher, token: 'secret-1' });
      const error = (await rejection(client.progress(JOB))) as Error & { code?: string };
      await dispatcher.destroy();
      if (error.code !== 'REDIRECT_REFUSED') fail(`${status} ${hop}: ${error}`);
      if (own.requests.length !== 1) fail(`${status} ${hop}: asked ${own.requests.length} times`);
      if (error.message.includes('pw')) fail(`${status} ${hop}: shows the password`);
    }
  }
  return cells;
}

promise('H7', 'A token stays on its origin', { full: 42, quick: 42 }, async ({ fail }) => {
  const sink = await startServer((_request, response) => response.end('{"overallProgress":{}}'));
  let cells = 0;
  for (const tryAll of [redirectRequests, redirectSockets, tryHops]) {
    cells += await tryAll(sink, fail);
  }
  for (const { headers } of sink.requests) {
    if (JSON.stringify(headers).includes('secret-1')) fail('the token arrived elsewhere');
  }
  return cells;
});

test('a redirect on the same origin is followed, with the token', async () => {
  const server = await startServer(({ path }, response) => {
    if (path === PATH) response.writeHead(308, { location: `${PATH}/moved` }).end();
    else response.end('{"overallProgress":{}}');
  });
  await testClient(server.url, { token: 'secret-1' }).progress(JOB);
  expect(server.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
    [PATH, 'Bearer secret-1'],
    [`${PATH}/moved`, 'Bearer secret-1'],
  ]);
});

test('five redirects are followed, a circle is not', async () => {
  const server = await startServer(({ path }, response) =>
    response.writeHead(302, { location: path }).end(),
  );
  const error = await rejection(testClient(server.url).progress(JOB));
  expect(error).toMatchObject({
    code: 'REDIRECT_REFUSED',
    status: 302,
    facts: { to: `${server.url}${PATH}` },
  });
  expect(server.requests).toHaveLength(6);
});

test('a POST is not sent again, also on the same origin', async () => {
  const server = await startServer((_request, response) =>
    response.writeHead(307, { location: '/there' }).end(),
  );
  const error = await rejection(
    testClient(server.url).subscribe(JOB, { subscriptionType: 'websocket' }),
  );
  expect(error).toMatchObject({ code: 'REDIRECT_REFUSED', facts: { to: `${server.url}/there` } });
  expect(server.requests).toHaveLength(1);
});

test('a redirect to what is no address is refused', async () => {
  const server = await startServer((_request, response) =>
    response.writeHead(302, { location: 'http://[' }).end(),
  );
  expect(await rejection(testClient(server.url).batch())).toMatchObject({
    code: 'REDIRECT_REFUSED',
  });
});

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

const hops = {
  host: `https://evil.example:8443${PATH}`,
  port: `https://jobs.example.com:9443${PATH}`,
  'scheme down': `http://jobs.example.com:8443${PATH}`,
  subdomain: `https://sub.jobs.example.com:8443${PATH}`,
  userinfo: `https://user:pw@jobs.example.com:8443${PATH}`,
  ws: `wss://jobs.example.com:8443${PATH}`,
};

promise('H7', 'A token stays on its origin', { full: 30, quick: 30 }, async ({ fail }) => {
  const sink = await startServer((_request, response) => response.end('{"overallProgress":{}}'));
  let cells = 0;
  for (const status of [301, 302, 303, 307, 308]) {
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

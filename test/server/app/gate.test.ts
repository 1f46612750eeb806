import { describe, expect, test } from 'vitest';
import { BASE_PATH, fullPath, methodOf } from '../../../src/server/app/operation.js';
import { operations } from '../../../src/server/routes/operations.js';
import { promise } from '../../helpers/promise.js';
import { PROJECT, TENANT } from '../../helpers/test-client.js';
import { askOverHttp, OPENING } from '../over-http.js';
import { startLiveServer } from '../sockets/live-server.js';
import { at, createFakeApp, headers, JOB, TOKEN } from './fake-app.js';

const open = ['/healthz', '/openapi.json'];

/** Every route that the application has, as it says itself. */
const routes = operations.map((operation) => ({
  method: methodOf(operation),
  path: fullPath(operation),
}));

const filled = (path: string): string =>
  path.replace('{tenantId}', TENANT).replace('{projectId}', PROJECT).replace('{jobId}', JOB);

const wrongTokens: Record<string, string | undefined>[] = [
  {},
  { authorization: '' },
  { authorization: 'Bearer' },
  { authorization: 'Bearer ' },
  { authorization: `Bearer ${TOKEN}x` },
  { authorization: `Bearer ${TOKEN.slice(1)}` },
  { authorization: `Bearer ${TOKEN.toUpperCase()}` },
  { authorization: `Basic ${TOKEN}` },
  { authorization: TOKEN },
  { authorization: `Bearer ${TOKEN} ${TOKEN}` },
];

/** Asks for a socket at each of these, with each wrong token, in the headers and in the address; how often. */
async function askForSockets(
  asked: readonly { method: string; path: string }[],
  fail: (what: string) => void,
): Promise<number> {
  const { url } = await startLiveServer();
  const addresses = asked.flatMap(({ path }) => {
    const plain = filled(path);
    return [plain, `${plain}?token=${TOKEN}`, `${plain}?access_token=${TOKEN}`];
  });
  const cells = addresses.flatMap((path) => wrongTokens.map((wrong) => ({ path, wrong })));
  for (const { path, wrong } of cells) {
    const sent = Object.entries(wrong).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const answer = await askOverHttp(`${url}${path}`, {
      headers: { ...OPENING, host: new URL(url).host, ...Object.fromEntries(sent) },
    });
    if (answer.status !== 401) fail(`socket ${path} ${JSON.stringify(wrong)}: ${answer.status}`);
  }
  return cells.length;
}

promise(
  'V1',
  'Nothing but its own health and its own description is told without the token',
  { full: 130, quick: 130 },
  async ({ fail }) => {
    const { app, calls } = createFakeApp();
    await app.ready();
    const unlisted = routes.filter(
      ({ method, path }) => !app.hasRoute({ method, url: path.replaceAll(/\{(\w+)\}/g, ':$1') }),
    );
    for (const { path } of unlisted) fail(`${path} is no route`);
    const asked = [
      ...routes,
      { method: 'GET' as const, path: '/' },
      { method: 'DELETE' as const, path: `${BASE_PATH}/jobs` },
      { method: 'OPTIONS' as const, path: `${BASE_PATH}/jobs` },
      { method: 'GET' as const, path: '/api/%zz' },
    ];
    let count = 0;
    for (const { method, path } of asked) {
      for (const wrong of wrongTokens) {
        const { statusCode } = await app.inject({
          method,
          url: filled(path),
          headers: { host: 'localhost:80', ...wrong },
          ...(method === 'POST' ? { payload: { jobName: 'x' } } : {}),
        });
        count += 1;
        const expected = open.includes(path) ? 200 : 401;
        if (statusCode !== expected)
          fail(`${method} ${path} ${JSON.stringify(wrong)}: ${statusCode}`);
      }
    }
    if (calls.asked.length + calls.registered.length + calls.reported.length > 0) {
      fail('something was asked or told inside');
    }
    return count + (await askForSockets(asked, fail));
  },
);

/** Host headers, and whether they name a server at this port that was told it is `jobs.example.com`, too. */
const hosts = (port: number): [string, boolean][] => [
  [`127.0.0.1:${port}`, true],
  [`localhost:${port}`, true],
  [`[::1]:${port}`, true],
  [`LocalHost:${port}`, true],
  ['jobs.example.com', true],
  ['jobs.example.com:8443', true],
  ['evil.example', false],
  [`localhost.evil.example:${port}`, false],
  [`127.0.0.1.evil.example:${port}`, false],
  [`0.0.0.0:${port}`, false],
  ['localhost:1', false],
  ['', false],
];

/** Origins that a browser may send with a request to `host`, and whether they are this server's own. */
const origins = (host: string): [string | undefined, boolean][] => [
  [undefined, true],
  [`http://${host}`, true],
  [`https://${host}`, false],
  ['http://evil.example', false],
  ['http://localhost:3000', false],
  ['null', false],
];

const cells = (port: number) =>
  hosts(port).flatMap(([host, isOwn]) =>
    origins(host).map(([origin, isAllowed]) => ({
      host,
      origin,
      /** What it is refused with. */
      status: isOwn ? (isAllowed ? undefined : 403) : 421,
    })),
  );

promise(
  'V2',
  'No page of elsewhere reaches the server: neither by a name bent to it, nor by a request or a socket of its own',
  { full: 144, quick: 144 },
  async ({ fail }) => {
    const { url, port } = await startLiveServer();
    const kinds = [
      { path: at(`/job/${JOB}/progress`), more: {}, success: 200 },
      { path: at(`/job/${JOB}/events`), more: OPENING, success: 101 },
    ];
    const table = kinds.flatMap((kind) => cells(port).map((cell) => ({ ...kind, ...cell })));
    for (const { path, more, success, host, origin, status } of table) {
      const answer = await askOverHttp(`${url}${path}`, {
        headers: { ...headers, ...more, host, ...(origin === undefined ? {} : { origin }) },
      });
      const cell = `${path}, Host ${host}, Origin ${origin}`;
      if (answer.status !== (status ?? success)) fail(`${cell}: ${answer.status}`);
      const cors = Object.keys(answer.headers).filter((name) => name.includes('access-control'));
      if (cors.length > 0) fail(`${cell}: ${cors.join()}`);
    }
    return table.length;
  },
);

describe('the gate', () => {
  const ask = (changes: object) => {
    const { app } = createFakeApp();
    return app.inject({ url: at(`/job/${JOB}/progress`), headers, ...changes });
  };

  test('says how to ask with a token', async () => {
    const { headers: got, body } = await ask({ headers: { host: 'localhost:80' } });
    expect(got['www-authenticate']).toBe('Bearer');
    expect(JSON.parse(body).error).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The request needs the token of this server, as "Authorization: Bearer <token>".',
    });
  });

  test('takes the name of the scheme in any case', async () => {
    const { statusCode } = await ask({ headers: { ...headers, authorization: `bearer ${TOKEN}` } });
    expect(statusCode).toBe(200);
  });

  test('does not tell a page of elsewhere whether its token is right', async () => {
    const origin = 'http://evil.example';
    const right = await ask({ headers: { ...headers, origin } });
    const wrong = await ask({ headers: { host: headers.host, origin } });
    expect([right.statusCode, wrong.statusCode]).toEqual([403, 403]);
  });

  test('refuses the question of a browser whether it may ask', async () => {
    const { statusCode, headers: got } = await ask({
      method: 'OPTIONS',
      headers: {
        host: headers.host,
        origin: 'http://evil.example',
        'access-control-request-method': 'POST',
      },
    });
    expect(statusCode).toBe(403);
    expect(got).not.toHaveProperty('access-control-allow-origin');
  });

  test('knows one tenant and one project, in any case', async () => {
    const other = '33333333-3333-4333-8333-333333333333';
    const path = (tenant: string, project: string): string =>
      `/api/${tenant}/${project}/execution/job/${JOB}/progress`;
    expect((await ask({ url: path(other, PROJECT) })).statusCode).toBe(404);
    expect((await ask({ url: path(TENANT, other) })).statusCode).toBe(404);
    expect((await ask({ url: path('x', 'y') })).statusCode).toBe(404);
    expect((await ask({ url: path(TENANT.toUpperCase(), PROJECT) })).statusCode).toBe(200);
  });

  test('guards also what is open: its Host and its Origin have to be right', async () => {
    expect((await ask({ url: '/healthz', headers: { host: 'evil.example' } })).statusCode).toBe(
      421,
    );
    expect(
      (await ask({ url: '/openapi.json', headers: { host: headers.host, origin: 'null' } }))
        .statusCode,
    ).toBe(403);
  });
});

import { startServer } from '../../helpers/http-server.js';
import { promise } from '../../helpers/promise.js';
import { startProxy } from '../../helpers/proxy.js';
import { startTcpServer } from '../../helpers/tcp-server.js';
import { rejection, testClient } from '../../helpers/test-client.js';

const TOKEN = 'secret-1';

type Path = 'direct' | 'A' | 'B';
type Row = [environment: Record<string, string>, http: Path, https: Path];

/** What each environment means for an address in http and for one in https, on ports of 127.0.0.1. */
const rows = (a: string, b: string, httpPort: number): Row[] => {
  const both = { HTTP_PROXY: `http://${a}`, HTTPS_PROXY: `http://${b}` };
  return [
    [{}, 'direct', 'direct'],
    [{ HTTP_PROXY: `http://${a}` }, 'A', 'A'],
    [{ HTTPS_PROXY: `http://${b}` }, 'direct', 'B'],
    [both, 'A', 'B'],
    [{ http_proxy: `http://${a}`, HTTP_PROXY: `http://${b}` }, 'A', 'A'],
    [{ https_proxy: `http://${b}`, HTTPS_PROXY: `http://${a}` }, 'direct', 'B'],
    [{ ...both, NO_PROXY: '*' }, 'direct', 'direct'],
    [{ ...both, NO_PROXY: '127.0.0.1' }, 'direct', 'direct'],
    [{ ...both, NO_PROXY: 'other.example, 127.0.0.1' }, 'direct', 'direct'],
    [{ ...both, NO_PROXY: `127.0.0.1:${httpPort}` }, 'direct', 'B'],
    [{ ...both, no_proxy: 'other.example', NO_PROXY: '*' }, 'A', 'B'],
    [{ HTTP_PROXY: `user:pw@${a}`, HTTPS_PROXY: '' }, 'A', 'A'],
  ];
};

promise(
  'H9',
  'A proxy is used when the environment says so, and never sees the token',
  { full: 24, quick: 24 },
  async ({ fail }) => {
    const [a, b] = [await startProxy(), await startProxy()];
    const http = await startServer((_request, response) => response.end('{"jobs":[]}'));
    let greetings = 0;
    // Where TLS begins is enough to know which way was taken.
    const https = await startTcpServer((socket) => {
      socket.once('data', () => {
        greetings += 1;
        socket.destroy();
      });
    });
    const urls = [http.url, https.url.replace('http:', 'https:')];
    const count = () => [a.seen.length, b.seen.length, http.requests.length + greetings];
    let cells = 0;
    for (const [environment, ...paths] of rows(a.address, b.address, http.port)) {
      for (const [index, url] of urls.entries()) {
        cells += 1;
        const before = count();
        const result = await rejection(
          testClient(url, { environment, token: TOKEN, retries: 0 }).batch(),
        );
        const grown = count().map((after, at) => after - (before[at] ?? 0));
        const expected = [paths[index] === 'A' ? 1 : 0, paths[index] === 'B' ? 1 : 0, 1];
        if (String(grown) !== String(expected)) {
          fail(`${url} with ${JSON.stringify(environment)}: ${grown} (${result})`);
        }
      }
    }
    const asked = [...a.seen, ...b.seen];
    const clear = asked.filter((line) => line.includes(TOKEN) || !line.startsWith('CONNECT '));
    if (clear.length > 0) fail(`a proxy saw ${clear.join('\n')}`);
    const tokens = http.requests.map(({ headers }) => headers.authorization);
    if (!tokens.every((token) => token === `Bearer ${TOKEN}`)) fail('the token did not arrive');
    return cells;
  },
);

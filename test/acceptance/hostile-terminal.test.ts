import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessTo, temporaryFolder } from '../helpers/cli.js';
import { example } from '../helpers/examples.js';
import { hostileCorpus } from '../helpers/hostile-corpus.js';
import { type Handler, startServer } from '../helpers/http-server.js';
import { controlBytes } from '../helpers/no-control-bytes.js';
import { startOnTerminal, type TerminalOptions } from '../helpers/terminal.js';

/** As much harm as fits into the name of a file: no slash, no NUL, and short. */
const EVIL = '\u001b]0;pwned\u0007\u001b[2J\u009b6n\u202ex\r\u0008';

/** What the program wrote to a terminal that the terminal acts on, its own line ends and colours apart. */
async function actsOn(
  args: readonly string[],
  options: TerminalOptions,
): Promise<{ found: string[]; exitCode: number }> {
  const terminal = startOnTerminal(args, options);
  const { exitCode } = await terminal.ended;
  expect(terminal.output).not.toContain('pwned\u0007');
  return { exitCode, found: controlBytes(terminal.output.replaceAll('\r\n', '\n')) };
}

const everything = hostileCorpus.map(({ text }) => text).join(' ');

const poison = (body: unknown): unknown => {
  if (typeof body === 'string') return /^\d{4}-\d\d/.test(body) ? body : `${body}${everything}`;
  if (Array.isArray(body)) return body.map(poison);
  if (typeof body !== 'object' || body === null) return body;
  const entries = Object.entries(body).map(([key, value]) => [key, poison(value)]);
  return Object.fromEntries([...entries, [`own ${everything}`, everything]]);
};

const poisoned: Handler = (request, response) => {
  const name = /\/(\w+)(?:\?|$)/.exec(request.path)?.[1] ?? '';
  const isRaw = request.path.includes('format=raw');
  response.writeHead(200, {
    'content-type': isRaw ? 'text/plain' : 'application/json',
    // The other control characters stand in no header: Node's server does not even send them.
    'x-request-id': 'req\u009b2J\u009d0;pwned\u009c\u0085',
  });
  response.end(
    isRaw ? `${everything}\n${everything}` : JSON.stringify(poison(example('ja', name))),
  );
};

const lines = [
  'progress',
  'logs',
  'logs --raw',
  'timeline',
  'timeline --view gantt',
  'metrics --history',
  'batch --metrics',
  'deps',
  'deps --format dot',
  'deps --format mermaid',
  'logs -o ndjson',
  'progress --json',
];

test.each(lines)('a hostile answer does nothing to the terminal: %s', async (line) => {
  const { url } = await startServer(poisoned);
  const options = { environment: accessTo(url), columns: 70 };
  const { found, exitCode } = await actsOn([...line.split(' '), '--verbose'], options);
  expect({ found, exitCode }).toEqual({ found: [], exitCode: 0 });
});

const body = JSON.stringify({ error: { code: EVIL, message: everything, requestId: EVIL } });

const refusals: Record<string, Handler> = {
  'an error in JSON': (_request, response) => void response.writeHead(400).end(body),
  'an error as text': (_request, response) => void response.writeHead(500).end(everything),
  'the title of a page': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>${EVIL}</title>`),
  'the keys of another body': (_request, response) =>
    void response.end(JSON.stringify({ [EVIL]: 1 })),
  'a redirect': (_request, response) =>
    void response.writeHead(302, { location: 'http://\u009b2J.example/\u009b6n?\u00ff' }).end(),
  'an encoding': (_request, response) =>
    void response.writeHead(200, { 'content-encoding': '\u009b2J' }).end('{}'),
};

test.each(Object.keys(refusals))(
  'a hostile refusal does nothing to the terminal: %s',
  async (name) => {
    const { url } = await startServer(refusals[name] as Handler);
    for (const args of [['progress', '-v'], ['progress', '--json'], ['doctor']]) {
      const words = [...args, '--retries', '0'];
      expect(await actsOn(words, { environment: accessTo(url) })).toMatchObject({ found: [] });
    }
  },
);

test('hostile words, variables and names of folders do nothing to the terminal', async () => {
  const cwd = join(temporaryFolder(), EVIL);
  mkdirSync(cwd);
  writeFileSync(join(cwd, '.jobtrackrc'), JSON.stringify({ [EVIL]: EVIL }));
  const environment = accessTo('http://127.0.0.1:9');
  for (const args of [
    [EVIL],
    [`--${EVIL}`],
    ['progress', EVIL],
    ['progress', '--config', EVIL],
    ['logs', '--level', EVIL],
    ['logs', '--grep', `(${EVIL}`],
    ['progress', '--profile', EVIL, '--retries', '0'],
    ['config'],
    ['config', '--url', `http://127.0.0.1/${EVIL}`],
    ['doctor', '-v'],
    ['__complete', '--', EVIL, `--${EVIL}`],
    ['help', EVIL],
    ['login', '--token-file', EVIL],
    ['logout', '--profile', EVIL],
  ]) {
    expect(await actsOn(args, { environment, cwd }), args.join(' ')).toMatchObject({ found: [] });
  }
  for (const name of [
    'JOBTRACK_URL',
    'JOBTRACK_OUTPUT',
    'JOBTRACK_TENANT',
    'LANG',
    'TZ',
    'HTTP_PROXY',
    'COLUMNS',
    'XDG_CONFIG_HOME',
  ]) {
    const hostile = { ...environment, [name]: EVIL };
    expect(
      await actsOn(['progress', '-v', '--retries', '0'], { environment: hostile }),
      name,
    ).toMatchObject({ found: [] });
    expect(await actsOn(['config'], { environment: hostile }), name).toMatchObject({ found: [] });
  }
});

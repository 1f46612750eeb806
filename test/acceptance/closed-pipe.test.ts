import { spawn } from 'node:child_process';
import type { ProgressBody } from '../../src/contract/index.js';
import { accessTo, cleanEnvironment, program, temporaryFolder } from '../helpers/cli.js';
import { example } from '../helpers/examples.js';
import { type Handler, startServer } from '../helpers/http-server.js';
import { promise } from '../helpers/promise.js';

/** Far more than a pipe holds: whoever writes it must meet the closed end. */
const longLog = JSON.stringify({
  logs: Array.from({ length: 5_000 }, (_, index) => ({
    timestamp: new Date(Date.UTC(2024, 0, 20) + index).toISOString(),
    level: 'INFO',
    message: `line ${index} ${'x'.repeat(60)}`,
  })),
});

let looks = 0;

/** A job that is elsewhere at each look, so that whoever watches it has something to say. */
function movingJob(): string {
  looks += 1;
  const body = example<ProgressBody>('ja', 'progress');
  const percentage = (looks * 7) % 100;
  return JSON.stringify({ ...body, overallProgress: { ...body.overallProgress, percentage } });
}

const answers: Handler = (request, response) => {
  const name = /\/(\w+)(?:\?|$)/.exec(request.path)?.[1] ?? '';
  response.writeHead(200, { 'content-type': 'application/json' });
  if (name === 'logs') response.end(longLog);
  else response.end(name === 'progress' ? movingJob() : JSON.stringify(example('ja', name)));
};

const lines = [
  'logs --limit 6000',
  'logs --limit 6000 -o ndjson',
  'logs --limit 6000 --json',
  'progress',
  'timeline',
  'metrics --history',
  'batch -o ndjson',
  'deps --format dot',
  'watch -i 250ms',
  'watch -i 250ms -o ndjson',
  'config',
  'completion bash',
  '--help',
  'logs --help',
];

/** Runs a line before `head -1`, as a shell does, and tells what the program itself said and how it ended. */
function runBeforeHead(line: string, environment: Record<string, string>): Promise<string> {
  const home = temporaryFolder();
  const script = `"$NODE" "$PROGRAM" ${line} | head -1 > /dev/null; exit "\${PIPESTATUS[0]}"`;
  const child = spawn('bash', ['-c', script], {
    cwd: home,
    env: { ...cleanEnvironment(home), ...environment, NODE: process.execPath, PROGRAM: program },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code === 0 && stderr === '' ? '' : `${code} ${stderr}`));
  });
}

promise(
  'C1',
  'A closed pipe is quiet',
  { full: 50 * lines.length, quick: lines.length },
  async ({ count, fail }) => {
    const server = await startServer(answers);
    for (let round = 0; round < count; round += 1) {
      const line = lines[round % lines.length] ?? '';
      const startedMs = performance.now();
      const trouble = await runBeforeHead(line, accessTo(server.url));
      const tookMs = performance.now() - startedMs;
      if (trouble !== '') fail(`${line}: ${trouble}`);
      // One second is the promise; a machine that is busy with other tests may be slower to start a process.
      if (tookMs > 3_000) fail(`${line}: took ${Math.round(tookMs)} ms`);
    }
  },
);

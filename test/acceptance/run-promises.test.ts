import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { startCli, temporaryFolder } from '../helpers/cli.js';
import { promise } from '../helpers/promise.js';
import { homeEnvironment, startServe } from '../helpers/serve.js';
import { askAbout, jobIdOf, startTracked } from '../helpers/tracked.js';

/** The processes with this word in their command line, zombies left out. */
function alive(word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => read(`/proc/${name}/cmdline`).includes(word))
    .filter((name) => !/\) Z /.test(read(`/proc/${name}/stat`)))
    .map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

promise(
  'V6',
  'A server that is killed again and again costs a command nothing and its log no line',
  { full: 100, quick: 3 },
  async ({ count, fail }) => {
    const folder = temporaryFolder();
    const [stop, leaf] = [join(folder, 'stop'), join(folder, 'leaf.sh')];
    writeFileSync(
      leaf,
      `n=0; while [ ! -e ${stop} ]; do n=$((n+1)); echo "line $n"; sleep 0.02; done; echo end\n`,
    );
    let serving = await startServe();
    const command = `sh -c "sh ${leaf}; true"; true`;
    const run = startTracked(serving, ['--', 'sh', '-c', command]);
    await run.seen(/line 5\n/);
    const jobId = jobIdOf(run.stderr());
    for (let round = 0; round < count; round += 1) {
      // At another moment of its second each time.
      await wait((round * 37) % 200);
      await serving.stop('SIGKILL');
      const tree = alive(leaf).filter((pid) => pid !== run.pid);
      if (tree.length < 3) fail(`round ${round}: ${tree.length} processes of the tree`);
      await wait((round * 53) % 300);
      serving = await startServe([], serving.environment);
    }
    writeFileSync(stop, '');
    const { code } = await run.ended;
    if (code !== 0) fail(`exit code ${code}: ${run.stderr()}`);
    const { logs, progress } = await askAbout(serving, jobId);
    const told = logs.map(({ message }) => `${message}\n`).join('');
    if (told !== run.stdout())
      fail(`${logs.length} entries are not the ${run.stdout().length} bytes`);
    if (progress.status !== 'Completed') fail(`the job is ${progress.status}`);
  },
);

promise(
  'V6',
  'When run is killed nothing of its command is alive ten seconds later',
  { full: 100, quick: 4 },
  async ({ count, fail }) => {
    const serving = await startServe();
    const AT_ONCE = 5;
    for (let done = 0; done < count; done += AT_ONCE) {
      const group = Array.from(
        { length: Math.min(AT_ONCE, count - done) },
        (_, index) => done + index,
      );
      await Promise.all(group.map((round) => killOnce(round)));
    }
    async function killOnce(round: number): Promise<void> {
      const mark = join(temporaryFolder(), 'tree.sh');
      const deaf = `trap '' TERM HUP INT; while :; do sleep 0.3; done`;
      writeFileSync(
        mark,
        `case $1 in
           deaf) ${deaf};;
           middle) sh $0 deaf & setsid sh $0 deaf & echo ready; ${deaf};;
           *) sh $0 middle; true;;
         esac\n`,
      );
      const run = startTracked(serving, ['-q', '--', 'sh', mark]);
      // Every other one is killed while it starts, or before.
      if (round % 2 === 0) {
        await run.seen(/ready/);
        if (alive(mark).length < 5) fail(`round ${round}: ${alive(mark).length} processes began`);
      }
      await wait((round * 29) % 500);
      run.child.kill('SIGKILL');
      await run.ended;
      const endMs = performance.now() + 10_000;
      while (alive(mark).length > 0 && performance.now() < endMs) await wait(100);
      const left = alive(mark);
      for (const pid of left) process.kill(pid, 'SIGKILL');
      if (left.length > 0) fail(`round ${round}: ${left.length} processes are alive`);
    }
  },
);

promise(
  'V6',
  'However much a command says, run needs less than 64 MiB for it and no byte is changed (MiB)',
  { full: 1_024, quick: 32 },
  async ({ count, fail }) => {
    const least = await talk(0);
    for (const manner of ['takes', 'away'] as const) {
      const { bytes, hash, peakKib } = await talk(count, manner);
      if (bytes !== count * 1_048_576) fail(`${bytes} bytes arrived (${manner})`);
      if (hash !== expectedHash(count)) fail(`the bytes are others (${manner})`);
      const moreMib = (peakKib - least.peakKib) / 1_024;
      if (moreMib >= 64) fail(`${moreMib.toFixed(0)} MiB more memory (${manner})`);
    }
  },
);

const LINE = `${'0123456789'.repeat(200)}\n`;

function expectedHash(mib: number): string {
  const hash = createHash('sha256');
  const line = Buffer.from(LINE);
  let left = mib * 1_048_576;
  for (; left > 0; left -= line.length) hash.update(line.subarray(0, Math.min(left, line.length)));
  return hash.digest('hex');
}

/** Runs a command that says this much, and measures. The server takes everything, or is away once the job is there. */
async function talk(mib: number, manner: 'takes' | 'away' = 'takes') {
  const environment = await reportSink(manner);
  const script = `yes ${LINE.trimEnd()} | head -c ${mib * 1_048_576}; sleep 0.5`;
  const run = startCli(['run', '--', 'sh', '-c', script], { environment });
  onTestFinished(() => void run.kill('SIGKILL'));
  const hash = createHash('sha256');
  let [bytes, peakKib] = [0, 0];
  const look = (): void => {
    peakKib = Math.max(
      peakKib,
      Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${run.pid}/status`))?.[1] ?? 0),
    );
  };
  run.stdout?.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  run.stderr?.on('data', (chunk) => {
    // Nobody is there to take the rest.
    if (manner === 'away' && /delivering/.test(String(chunk))) run.kill('SIGINT');
  });
  const looking = setInterval(look, 50);
  await once(run, 'close');
  clearInterval(looking);
  return { bytes, hash: hash.digest('hex'), peakKib };
}

/** A server that does nothing with what it takes, so that only `run` is measured. */
async function reportSink(manner: 'takes' | 'away'): Promise<Record<string, string>> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const isAway = manner === 'away' && request.url?.endsWith('/reports') === true;
      response.writeHead(isAway ? 503 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ jobId: 'aaaaaaaa-0000-4000-8000-000000000000', status: 'Running' }),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return {
    ...homeEnvironment(),
    JOBTRACK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    JOBTRACK_TENANT: '11111111-1111-4111-8111-111111111111',
    JOBTRACK_PROJECT: '22222222-2222-4222-8222-222222222222',
    JOBTRACK_TOKEN: 'token',
  };
}

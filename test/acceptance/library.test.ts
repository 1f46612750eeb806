import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** What somebody who uses the library might write. */
const program = `
import { createClient, isFinal, isJobtrackError } from 'jobtrack';
import type { ClientOptions, LogEntry, WatchObject } from 'jobtrack';

const options: ClientOptions = {
  url: 'http://127.0.0.1:9',
  tenantId: '11111111-1111-4111-8111-111111111111',
  projectId: '22222222-2222-4222-8222-222222222222',
  retries: 0,
};
const client = createClient(options);
const job = 'cc0e8400-e29b-41d4-a716-446655440000';

export async function lines(): Promise<string[]> {
  const found: string[] = [];
  for await (const { answer } of client.logPages(job, { limit: 20_000, level: 'WARN' })) {
    const [first]: LogEntry[] = answer.body.logs;
    found.push(first?.message ?? String(first?.details?.['anything']));
  }
  return found;
}

export function told(line: string): string {
  const object = JSON.parse(line) as WatchObject;
  return object.type === 'verdict' ? object.state : object.time;
}

// @ts-expect-error there is no such level
void (() => client.logs(job, { level: 'LOUD' }));

try {
  const { body } = await client.progress(job, { signal: AbortSignal.timeout(5_000) });
  const percentage: number | null | undefined = body.overallProgress.percentage;
  console.log(percentage, isFinal(body.status));
} catch (error) {
  if (isJobtrackError(error, 'NETWORK')) console.log(error.code, error.facts.reason);
}
await client.close();
`;

const strict = {
  target: 'es2023',
  lib: ['es2023'],
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  skipLibCheck: false,
};

/** A folder with that program, and with this package installed as a dependency. */
function createProject(compilerOptions: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'jobtrack-user-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/jobtrack'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'main.ts'), program);
  const settings = { compilerOptions: { ...strict, ...compilerOptions }, files: ['main.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  return folder;
}

test.each([{ module: 'nodenext' }, { module: 'esnext', moduleResolution: 'bundler' }])(
  'a strict TypeScript program compiles against the library and runs: %o',
  async (resolution) => {
    const folder = createProject(resolution);
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const compiled = await run(process.execPath, [compiler, '-p', folder]).catch(({ stdout }) => ({
      stdout,
    }));
    expect(compiled.stdout).toBe('');
    const { stdout } = await run(process.execPath, [join(folder, 'main.js')]);
    expect(stdout).toBe('NETWORK ECONNREFUSED\n');
  },
);

test('the package holds the program, the library, their types, maps for -v, and no test or source', async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const others = files
    .map(({ path }) => path)
    .filter(
      (path) => !/^dist\/(?:cli\/[\w-]+\.cjs(?:\.map)?|lib\/[\w/-]+(?:\.d\.ts|\.js))$/.test(path),
    );
  expect(others.sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin/jobtrack.js',
    'bin/package.json',
    'dist/cli/LICENSES.txt',
    'dist/cli/llhttp.wasm',
    'dist/cli/llhttp_simd.wasm',
    'docs/events.md',
    'docs/schemas/watch-events.schema.json',
    'package.json',
  ]);
});

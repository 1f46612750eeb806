// `npm run bench`: bundles the benchmark as the program itself is bundled, and runs it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'jobtrack-bench-'));
const outfile = join(folder, 'server.mjs');
symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
await build({
  entryPoints: [join(import.meta.dirname, 'server.child.ts')],
  outfile,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  external: ['libsql', '@lydell/node-pty', 'undici', 'fastify'],
});
const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit' });
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;

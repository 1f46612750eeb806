import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Bench } from '../shared/bench.mjs' */

/**
 * What an install brings to a machine: packages, jobtrack itself among them, and the bytes of their files.
 *
 * @param {Bench} bench
 */
export async function measure({ modules }) {
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' });
  const bytes = files
    .map((file) => statSync(join(modules, file)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
  const packages = files.filter((file) =>
    /^(?:.*node_modules\/)?(?:@[^/]+\/)?[^@/.][^/]*\/package\.json$/.test(file),
  );
  return [
    { name: 'packages', ours: packages.length },
    { name: 'size', ours: bytes / 1e6 },
  ];
}

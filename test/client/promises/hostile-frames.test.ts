import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bundleChild } from '../../helpers/bundle-child.js';
import { promise } from '../../helpers/promise.js';

const run = promisify(execFile);

const MIB = 1_048_576;

promise(
  'S4',
  'Hostile frames end their own socket and nothing else, at the client and at the server',
  { full: 5_000, quick: 200 },
  async ({ count, fail }) => {
    const child = await bundleChild('test/client/promises/hostile-frames.child.ts');
    const { stdout } = await run(process.execPath, [child, String(count)], {
      maxBuffer: 64 * MIB,
      timeout: 600_000,
    });
    const { uncaught, grownBytes } = JSON.parse(stdout) as {
      uncaught: string[];
      grownBytes: number;
    };
    for (const error of uncaught) fail(error);
    if (grownBytes > 64 * MIB) fail(`it grew by ${Math.round(grownBytes / MIB)} MiB`);
    return 2 * count;
  },
);

import { dirname, resolve } from 'node:path';
import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { inline, safe } from '../../render/safe-text.js';

/** About how long the job takes on any machine: it reads as much as fits. */
const BUDGET_MS = 28_000;

/** Reads files that every machine with this program has, and some that most have. */
export async function run(_options: undefined, context: Context): Promise<ExitCode> {
  const { runDemoJob } = await import('../../server/demo/job.js');
  const [interpreter = '', program = ''] = context.program;
  await runDemoJob({
    folders: [
      resolve(dirname(program), '..'),
      resolve(dirname(interpreter), '..', 'lib'),
      resolve(dirname(interpreter), '..', 'include'),
      '/usr/share',
      '/usr/lib',
    ],
    print: (line) => void context.io.stdout.write(safe`${inline(line)}\n`),
    clock: context.clock,
    budgetMs: BUDGET_MS,
  });
  return exitCodes.done;
}

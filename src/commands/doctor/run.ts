import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import type { Probe } from '../../ports/probe.js';
import type { Check } from './check.js';
import { diagnose } from './diagnose.js';
import { doctorView } from './view.js';

/** Checks everything that a request needs on this machine. */
export async function run(_options: object, context: Context): Promise<ExitCode> {
  const { systemProbe } = await import('../../client/transport/probe.js');
  return runDoctor(context, systemProbe);
}

/** Checks everything that a request needs, and answers the exit code of the first check that failed. */
export async function runDoctor(context: Context, probe: Probe): Promise<ExitCode> {
  const checks = await diagnose(context, probe);
  await context.show({
    json: () => ({ checks: checks.map(asDocument) }),
    ndjson: () => checks.map(asDocument),
    human: (look) => doctorView(checks, look),
  });
  const first = checks.find(({ state }) => state === 'failed');
  return first?.exitCode ?? exitCodes.done;
}

const asDocument = ({ name, state, detail, todo, durationMs }: Check) => ({
  name,
  state,
  detail,
  ...(todo === undefined ? {} : { todo }),
  durationMs: durationMs ?? null,
});

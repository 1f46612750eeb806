import type { Client } from '../../client/types.js';
import type { Context } from '../../context.js';
import type { DependenciesBody } from '../../contract/index.js';
import { dependencyGraph } from '../../domain/dependency-graph.js';
import { type ExitCode, exitCodes, JobtrackError } from '../../errors/index.js';
import { MERMAID_MAX_EDGES } from '../../render/mermaid.js';
import { inline } from '../../render/safe-text.js';
import { lookAtPart } from '../refresh/glimpse.js';
import { runRefresh } from '../refresh/run-refresh.js';
import type { Subject } from '../refresh/subject.js';
import type { DepsOptions } from './options.js';
import { type DepsState, depsView, isEmpty } from './view.js';

/** Asks for the dependencies and shows them, once or again and again. */
export async function run(options: DepsOptions, context: Context): Promise<ExitCode> {
  await refuseTwoForms(options, context);
  const jobId = await context.jobId(options.jobId);
  const client = await context.client();
  if (options.watch !== undefined) {
    return runRefresh(subjectOf(jobId, options, client, context), options.watch, context);
  }
  const { body, serverTimeMs } = await context.waiting(
    client.dependencies(jobId, { signal: context.signal }),
  );
  const state = { body, jobId, options };
  await sayWhatIsSpecial(state, context);
  const { prerequisiteJobs, dependentJobs } = body.dependencies;
  await context.show({
    nowMs: serverTimeMs,
    json: () => body,
    ndjson: () => [...(prerequisiteJobs ?? []), ...(dependentJobs ?? [])],
    human: (look) => depsView(state, look),
  });
  return exitCodes.done;
}

function subjectOf(
  jobId: string,
  options: DepsOptions,
  client: Client,
  context: Context,
): Subject<DependenciesBody> {
  return {
    look: (how) => {
      const read = () => client.dependencies(jobId, how);
      return lookAtPart({ jobId, read }, client, how);
    },
    view: (body, _at, look) => depsView({ body, jobId, options }, look),
    remark: (body) => sayWhatIsSpecial({ body, jobId, options }, context),
  };
}

/** A graph for another program and a document of JSON can't be the same output. */
async function refuseTwoForms({ format }: DepsOptions, context: Context): Promise<void> {
  const form = await context.form();
  if (format === 'tree' || form === 'human') return;
  throw new JobtrackError('CONFLICTING_OPTIONS', {
    options: [`--format ${format}`, `--output ${form}`],
  });
}

async function sayWhatIsSpecial(
  { body, jobId, options }: DepsState,
  context: Context,
): Promise<void> {
  const words = context.messages.deps;
  const graph = dependencyGraph(body, jobId);
  if (isEmpty(graph, body) && !options.why) await context.note(inline(words.empty));
  const edges = [...graph.after.values()].reduce((sum, { size }) => sum + size, 0);
  if (options.format !== 'mermaid' || edges <= MERMAID_MAX_EDGES) return;
  const { number } = (await context.look()).formats;
  await context.note(inline(words.mermaidLimit(number(edges), number(MERMAID_MAX_EDGES))));
}

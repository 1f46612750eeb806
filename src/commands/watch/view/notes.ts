import type { DependenciesBody } from '../../../contract/index.js';
import { dependencyGraph } from '../../../domain/dependency-graph.js';
import type { JobState } from '../../../domain/events/watch-state.js';
import { whyBlocked } from '../../../domain/why-blocked.js';
import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe, spaces } from '../../../render/safe-text.js';
import { steadyDuration } from '../../../render/steady.js';
import { type Paint, statusPaint } from '../../../render/theme.js';
import { whyHeadline } from '../../deps/view-why.js';
import type { Glance } from './glance.js';
import { cut, indentOf } from './line.js';

/** What is to be known of a job before its figures: why it waits or ended, and that it does not move. */
export function noteLines(job: JobState, glance: Glance, look: Look): SafeText[] {
  const { theme, symbols } = look;
  const isWaiting = glance.isKnown && glance.times.phase === 'waiting';
  return [
    ...(glance.reason === undefined || glance.reason === ''
      ? []
      : [note(symbols.bullet, inline(glance.reason), statusPaint(theme, glance.status), look)]),
    ...(isWaiting && job.dependencies !== undefined
      ? whyNote(job.dependencies, job.jobId, look)
      : []),
    ...(job.stall === undefined
      ? []
      : [note(symbols.warning, stallText(job.stall, glance.nowMs, look), theme.caution, look)]),
  ];
}

const note = (sign: SafeText, text: SafeText, paint: Paint, look: Look): SafeText =>
  cut(safe`${spaces(indentOf(look))}${paint(safe`${sign} ${text}`)}`, look);

/** What the job waits for; nothing where nothing blocks it. */
function whyNote(body: DependenciesBody, jobId: string, look: Look): SafeText[] {
  const graph = dependencyGraph(body, jobId);
  const why = whyBlocked(graph, body);
  const isBlocked = [why.chain, why.cycles, why.conditions, why.resources].some(
    ({ length }) => length > 0,
  );
  if (!isBlocked) return [];
  return [note(look.symbols.bullet, inline(whyHeadline(graph, why, look)), look.theme.plain, look)];
}

function stallText(
  { quietMs, atMs }: NonNullable<JobState['stall']>,
  nowMs: number,
  { messages }: Look,
): SafeText {
  const forMs = quietMs + Math.max(0, nowMs - atMs);
  return inline(messages.watch.stall(steadyDuration(forMs, messages.units)));
}

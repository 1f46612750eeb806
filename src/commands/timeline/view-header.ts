import type { TimelineBody } from '../../contract/index.js';
import type { JobSpan } from '../../domain/job-span.js';
import { type Fact, factLine, flow } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';

/** The job's name and id, when it began, and how long it took or has taken; a free line below. */
export function timelineHeader(
  body: TimelineBody,
  span: JobSpan | undefined,
  look: Look,
): SafeText[] {
  const { strong, faint } = look.theme;
  const name = body.jobName ?? '';
  const id = body.jobId ?? '';
  const title = name === '' ? [strong(inline(id))] : [strong(inline(name)), faint(inline(id))];
  return [
    ...flow(
      title.filter((part) => part !== ''),
      look.width,
    ),
    ...(span === undefined ? [] : factLine(spanFacts(span, look), look)),
    safe``,
  ];
}

function spanFacts(span: JobSpan, { formats, messages }: Look): Fact[] {
  const words = messages.timeline;
  const isRunning = span.outcome === 'running';
  const length = formats.duration(span.untilMs - span.startMs);
  return [
    [inline(words.started), formats.time(span.startMs)],
    ...(isRunning ? [] : [[inline(words.ended), formats.time(span.untilMs)] as const]),
    [inline(isRunning ? words.elapsed : words.took), length],
  ];
}

import type { JobOutcome, VerdictEvent } from '../../../domain/events/job-event.js';
import { inline, type SafeText, safe } from '../../../render/safe-text.js';
import { word } from '../../../render/words.js';
import { pipeLine } from '../../logs/view-pipe.js';
import { kindWord, line, part, stateWord, type Telling } from './words.js';

/** How it ended: a line for each job, then the last errors of one that failed and how to read more. */
export function verdictLines(verdict: VerdictEvent, telling: Telling): SafeText[] {
  return [...endLines(verdict, telling), ...errorLines(verdict, telling)];
}

function endLines(verdict: VerdictEvent, telling: Telling): SafeText[] {
  const { look } = telling;
  const kind = kindWord('verdict', look);
  const facts = factsOf(verdict, telling);
  const whole = [kind, stateWord(verdict.state, look), ...facts];
  if (verdict.jobs.length < 2) return [line(verdict.atMs, undefined, whole, telling)];
  const each = ({ jobId, state }: JobOutcome): SafeText =>
    line(
      verdict.atMs,
      jobId,
      [kind, stateWord(state, look), ...(jobId === verdict.jobId ? facts : [])],
      telling,
    );
  const isOfNoJob = verdict.state === 'TimedOut';
  return [
    ...verdict.jobs.map(each),
    ...(isOfNoJob
      ? [line(verdict.atMs, undefined, [kind, stateWord(verdict.state, look)], telling)]
      : []),
  ];
}

function factsOf(verdict: VerdictEvent, { look }: Telling): SafeText[] {
  const { events } = look.messages;
  const { duration, percent } = look.formats;
  return [
    ...part(verdict.failedStage, events.failedStage),
    ...part(verdict.reason, (reason) => reason),
    ...part(verdict.durationMs, (lengthMs) => events.took(duration(lengthMs))),
    ...part(verdict.efficiency, (share) => events.efficiency(percent(share))),
    ...part(verdict.overallEfficiency, (rating) =>
      events.overallEfficiency(word('rating', rating, look.messages)),
    ),
    ...part(verdict.slowestStage, (stage) =>
      events.slowestStage(stage.stageName, duration(stage.durationMs)),
    ),
  ];
}

/** Indented, so that nobody takes them for new entries. */
function errorLines({ jobId, lastErrors }: VerdictEvent, { look, place }: Telling): SafeText[] {
  if (lastErrors === undefined) return [];
  const { events } = look.messages;
  const entries = lastErrors.map((entry) => pipeLine(entry, look, { showsDetails: true }));
  const command = `jobtrack logs ${jobId} --level ERROR${place}`;
  return [
    ...(entries.length === 0 ? [] : [inline(events.lastErrors), ...entries]),
    inline(events.readMore(command)),
  ].map((text) => safe`  ${text}`);
}

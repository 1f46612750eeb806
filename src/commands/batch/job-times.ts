import { type BatchJob, isFinal } from '../../contract/index.js';
import { instant } from '../../domain/instant.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';

/** When a job began or is to begin: relative to now on a terminal, absolute elsewhere. */
export const startOf = (job: BatchJob, look: Look): SafeText =>
  momentText(job.startTime ?? job.estimatedStartTime, look);

/** When a job ended or is to end; a terminal says how late a job is whose end was to be before now. */
export function endOf(job: BatchJob, nowMs: number, look: Look): SafeText {
  if (isFinal(job.status)) return momentText(job.endTime, look);
  const end = job.endTime ?? job.estimatedCompletion;
  const lateMs = nowMs - (instant(end) ?? nowMs);
  if (!look.terminal || lateMs < 1000) return momentText(end, look);
  return look.theme.caution(inline(look.messages.batch.late(look.formats.duration(lateMs))));
}

function momentText(time: string | null | undefined, { terminal, formats }: Look): SafeText {
  if (time == null) return safe`-`;
  return terminal ? formats.relative(time) : formats.time(time);
}

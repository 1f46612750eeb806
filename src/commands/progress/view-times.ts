import { type ProgressBody, statuses } from '../../contract/index.js';
import type { Times } from '../../domain/job-times.js';
import { saysDuration } from '../../domain/server-words.js';
import type { Gauge } from '../../render/gauges.js';
import type { Look } from '../../render/look.js';
import { inline, join, type SafeText, safe } from '../../render/safe-text.js';

/** Elapsed, remaining and finish of a job: computed, with the server's words where they say something else. */
export function timeRows(body: ProgressBody, times: Times, look: Look): Gauge[] {
  if (times.phase === 'waiting') return waitingRows(body, times, look);
  return times.phase === 'ended' ? endedRows(body, times, look) : runningRows(body, times, look);
}

/**
 * A computed length of time and, faintly, the server's words for it where they differ. Without a computed one the
 * server's words are all there is.
 */
export function checkedDuration(
  durationMs: number | undefined,
  words: string | null | undefined,
  look: Look,
): SafeText[] {
  const { duration, quantity } = look.formats;
  const said = words == null || words.trim() === '' ? undefined : words;
  if (durationMs === undefined) return said === undefined ? [] : [quantity(said)];
  if (said === undefined || saysDuration(said, durationMs)) return [duration(durationMs)];
  const differs = inline(look.messages.progress.serverSays(quantity(said)));
  return [duration(durationMs), look.theme.faint(differs)];
}

const row = (name: string, parts: readonly SafeText[]): Gauge[] =>
  parts.length === 0 ? [] : [{ name: inline(name), parts }];

const oneText = (texts: readonly SafeText[]): SafeText[] =>
  texts.length === 0 ? [] : [join(texts, safe` `)];

function sinceStart({ startMs }: Times, look: Look): SafeText[] {
  if (startMs === undefined) return [];
  return [look.theme.faint(inline(look.messages.progress.since(look.formats.time(startMs))))];
}

function runningRows({ overallProgress }: ProgressBody, times: Times, look: Look): Gauge[] {
  const words = look.messages.progress;
  const { expectedEndMs, elapsedMs, lateMs, remainingMs } = times;
  const elapsed = oneText(checkedDuration(elapsedMs, overallProgress.elapsedTime, look));
  const elapsedRow = row(words.elapsed, [...elapsed, ...sinceStart(times, look)]);
  if (lateMs !== undefined && expectedEndMs !== undefined) {
    const late = look.theme.caution(look.formats.duration(lateMs));
    const expected = look.theme.faint(inline(words.expectedAt(look.formats.time(expectedEndMs))));
    // The server may still have an idea of what remains when its own estimate has passed.
    const said = checkedDuration(0, overallProgress.estimatedRemaining, look).slice(1);
    return [...elapsedRow, ...row(words.late, [late, expected]), ...row(words.remaining, said)];
  }
  return [
    ...elapsedRow,
    ...row(
      words.remaining,
      oneText(checkedDuration(remainingMs, overallProgress.estimatedRemaining, look)),
    ),
    ...row(words.finish, expectedEndMs === undefined ? [] : [look.formats.time(expectedEndMs)]),
  ];
}

function endedRows({ overallProgress }: ProgressBody, times: Times, look: Look): Gauge[] {
  const words = look.messages.progress;
  const took = oneText(checkedDuration(times.elapsedMs, overallProgress.elapsedTime, look));
  return [
    ...row(words.took, [...took, ...sinceStart(times, look)]),
    ...row(words.finished, times.endMs === undefined ? [] : [look.formats.when(times.endMs)]),
  ];
}

function waitingRows(body: ProgressBody, times: Times, look: Look): Gauge[] {
  const words = look.messages.progress;
  const { expectedStartMs, expectedEndMs } = times;
  const place = body['queuePosition'] ?? body.overallProgress['queuePosition'];
  const expected = (timeMs: number): SafeText => inline(words.about(look.formats.when(timeMs)));
  const isWaiting = ['Queued', 'Pending'].includes(statuses.canonical(body.status) ?? '');
  const notStarted = isWaiting ? [inline(words.notStarted)] : [];
  const start = expectedStartMs === undefined ? notStarted : [expected(expectedStartMs)];
  const figure = typeof place === 'number' ? look.formats.number(place) : undefined;
  return [
    ...row(words.start, start),
    ...row(words.finish, expectedEndMs === undefined ? [] : [expected(expectedEndMs)]),
    ...row(
      words.queuePlace,
      figure === undefined ? [] : [inline(look.messages.batch.place(figure))],
    ),
  ];
}

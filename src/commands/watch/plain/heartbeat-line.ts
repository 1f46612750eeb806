import type { StaleEvent } from '../../../domain/events/job-event.js';
import { inline, type SafeText } from '../../../render/safe-text.js';
import { beatsOf, type JobBeat } from '../standing.js';
import { staleParts } from './lines.js';
import { kindWord, line, part, stateName, stateWord, type Telling } from './words.js';

/** A sign of life after a silence: how the jobs stand, or that there still is no answer. */
export function heartbeatLine(nowMs: number, telling: Telling): SafeText {
  const { watch, look } = telling;
  const beats = beatsOf(watch, nowMs);
  if (watch.stale !== undefined) {
    return line(
      nowMs,
      undefined,
      staleParts(watch.stale, ageBy(watch.stale, nowMs), look),
      telling,
    );
  }
  const isUnknown = beats.every(({ status }) => status === undefined);
  const parts = isUnknown
    ? [kindWord('stale', look), inline(look.messages.events.noAnswerYet)]
    : [kindWord('heartbeat', look), ...standing(beats, telling)];
  return line(nowMs, undefined, parts, telling);
}

/** How old what is known has become since the outage was told. */
const ageBy = ({ ageMs, atMs }: StaleEvent, nowMs: number): number | undefined =>
  ageMs === undefined ? undefined : ageMs + Math.max(0, nowMs - atMs);

function standing(beats: readonly JobBeat[], telling: Telling): SafeText[] {
  const [only] = beats;
  if (only !== undefined && beats.length === 1) return oneStanding(only, telling);
  const counts = new Map<string, number>();
  for (const { status = 'Unknown' } of beats) counts.set(status, (counts.get(status) ?? 0) + 1);
  const { look } = telling;
  return [...counts].map(([status, count]) =>
    inline(look.messages.events.inStatus(look.formats.number(count), stateName(status, look))),
  );
}

function oneStanding({ status, percentage, elapsedMs }: JobBeat, { look }: Telling): SafeText[] {
  const { duration, percent } = look.formats;
  return [
    ...(status === undefined ? [] : [stateWord(status, look)]),
    ...part(percentage, (share) => percent(share)),
    ...part(elapsedMs, (lengthMs) => look.messages.events.elapsed(duration(lengthMs))),
  ];
}

import type {
  LogEvent,
  ProgressEvent,
  StageEvent,
  StaleEvent,
  StatusEvent,
} from '../../../domain/events/job-event.js';
import { errorText } from '../../../i18n/error-text.js';
import type { Look } from '../../../render/look.js';
import { inline, join, type SafeText, safe } from '../../../render/safe-text.js';
import { gapParts } from '../../logs/gap-parts.js';
import { pipeParts } from '../../logs/view-pipe.js';
import type { MissingEvent, ToldEvent } from '../told-events.js';
import { verdictLines } from './verdict.js';
import { kindWord, labelOf, line, part, stateName, stateWord, type Telling } from './words.js';

/** An event as lines for a pipe, a file or a reader of the screen: one, and a few for the end. */
export function eventLines(event: ToldEvent, telling: Telling): SafeText[] {
  if (event.type === 'verdict') return verdictLines(event, telling);
  if (event.type === 'log') return [logLine(event, telling)];
  const jobId = 'jobId' in event ? event.jobId : undefined;
  return [line(event.atMs, jobId, partsOf(event, telling), telling)];
}

function partsOf(
  event: Exclude<ToldEvent, { type: 'verdict' | 'log' }>,
  telling: Telling,
): SafeText[] {
  const { look } = telling;
  const { theme, messages, formats } = look;
  switch (event.type) {
    case 'status':
      return [kindWord('status', look), ...statusParts(event, telling)];
    case 'stage':
      return [kindWord('stage', look), ...stageParts(event, look)];
    case 'progress':
      return [kindWord('progress', look), ...progressParts(event, look)];
    case 'gap':
      return [kindWord('gap', look, theme.caution), ...gapParts(event, look)];
    case 'missing':
      return [kindWord('missing', look, theme.caution), ...missingParts(event, look)];
    case 'late':
      return [
        kindWord('late', look, theme.caution),
        inline(messages.events.endPassed(formats.duration(event.lateMs))),
      ];
    case 'stall':
      return [
        kindWord('stall', look, theme.caution),
        inline(messages.events.quiet(formats.duration(event.quietMs))),
      ];
    case 'stale':
      return staleParts(event, event.ageMs, look);
    case 'moving':
      return [
        kindWord('moving', look, theme.good),
        inline(messages.events.again(formats.duration(event.quietMs))),
      ];
    case 'fresh':
      return [
        kindWord('fresh', look, theme.good),
        inline(messages.events.again(formats.duration(event.ageMs))),
      ];
  }
}

function statusParts(event: StatusEvent, { watch, look }: Telling): SafeText[] {
  const { previous, status, jobId, jobName, queuePosition, reason } = event;
  const { events } = look.messages;
  const isFirst = previous === undefined;
  return [
    stateWord(status, look),
    ...part(previous, (before) => events.was(stateName(before, look))),
    ...part(queuePosition, (place) => events.queuePlace(look.formats.number(place))),
    ...part(reason, (text) => text),
    // Of several jobs, each line begins with the name.
    ...part(isFirst && watch.jobs.length < 2 ? jobName : undefined, (name) => name),
    ...part(isFirst ? jobId : undefined, (id) => id),
  ];
}

function stageParts(event: StageEvent, look: Look): SafeText[] {
  const { stageName, status, durationMs, recordsProcessed } = event;
  const { events } = look.messages;
  const { duration, number } = look.formats;
  return [
    inline(stageName),
    stateWord(status, look),
    ...part(durationMs, (lengthMs) => events.took(duration(lengthMs))),
    ...part(recordsProcessed, (count) => events.records(count, number(count))),
  ];
}

function progressParts(event: ProgressEvent, look: Look): SafeText[] {
  const { events } = look.messages;
  const { duration, percent } = look.formats;
  return [
    ...part(event.percentage, (share) => percent(share)),
    ...stageShare(event, look),
    ...recordParts(event, look),
    ...(event.lateMs === undefined
      ? part(event.remainingMs, (leftMs) => events.remaining(duration(leftMs)))
      : [look.theme.caution(inline(events.lateBy(duration(event.lateMs))))]),
  ];
}

const stageShare = ({ stageName, stagePercentage }: ProgressEvent, look: Look): SafeText[] => {
  const share = part(stagePercentage, (percentage) => look.formats.percent(percentage));
  return stageName === undefined ? share : [join([inline(stageName), ...share], safe` `)];
};

function recordParts({ recordsProcessed, totalRecords }: ProgressEvent, look: Look): SafeText[] {
  const { events } = look.messages;
  const { number } = look.formats;
  return part(recordsProcessed, (count) =>
    totalRecords === undefined
      ? events.records(count, number(count))
      : events.recordsOf(number(count), number(totalRecords)),
  );
}

/** What is not told, and why. */
const missingParts = ({ part: name, error }: MissingEvent, { messages }: Look): SafeText[] => [
  inline(messages.watch.titles[name]),
  inline(errorText(error, messages).what),
];

function logLine({ entry, jobId, late }: LogEvent, telling: Telling): SafeText {
  const { formats, messages } = telling.look;
  return join(
    [
      formats.time(entry.timestamp),
      ...labelOf(jobId, telling),
      ...pipeParts(entry, telling.look, { showsDetails: true }),
      ...part(late, () => messages.events.cameLate),
    ],
    safe`  `,
  );
}

/**
 * That there is no answer, told with the age that what is known has by now; that a job is not there yet is an answer,
 * and what `--wait-for-start` waits for.
 */
export function staleParts(
  { cause, error, nextTryMs }: StaleEvent,
  ageMs: number | undefined,
  look: Look,
): SafeText[] {
  const { messages, formats, theme } = look;
  const { events } = messages;
  const next = inline(events.nextTry(formats.time(nextTryMs)));
  if (cause === 'not-there-yet') {
    return [kindWord('missing', look), inline(messages.watch.status.notThereYet), next];
  }
  return [
    kindWord('stale', look, theme.bad),
    inline(errorText(error, messages).what),
    inline(ageMs === undefined ? events.noAnswerYet : events.lastAnswer(formats.duration(ageMs))),
    next,
  ];
}

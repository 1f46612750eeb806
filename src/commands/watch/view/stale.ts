import type { StaleEvent } from '../../../domain/events/job-event.js';
import { isJobtrackError } from '../../../errors/index.js';
import type { UnitMessages } from '../../../i18n/areas/units.js';
import type { WatchMessages } from '../../../i18n/areas/watch.js';
import { errorText } from '../../../i18n/error-text.js';
import type { Look } from '../../../render/look.js';
import { inline, type SafeText, safe } from '../../../render/safe-text.js';
import { steadyCountdown, steadyDuration } from '../../../render/steady.js';
import type { Paint } from '../../../render/theme.js';
import { pad, truncate, width } from '../../../render/width.js';
import { dotted } from './line.js';

/** A reason that is cut to less than this is left out. */
const LEAST_REASON = 10;

/**
 * That there is no answer, since when and why, and when the next try is: "✗ no answer for 45s: connection refused · next
 * try in 8s". Where that is too long, the reason gives way first; when the next try is, is always told.
 */
export function staleText(stale: StaleEvent, nowMs: number, look: Look): SafeText {
  const next = nextTry(stale, nowMs, look);
  const { sign, ways } = waysToTell(stale, nowMs, look);
  const lines = ways.map((way) => safe`${sign} ${way(next, look.width - 2)}`);
  return lines.find((line) => width(line) <= look.width) ?? safe`${sign} ${next}`;
}

/** Why there was no answer when the watch ended: "✗ no answer for 45s: connection refused". */
export function whyStale(stale: StaleEvent, nowMs: number, look: Look): SafeText {
  const { theme, symbols } = look;
  const text = safe`${ageText(stale, nowMs, look)}: ${inline(reasonText(stale, look))}`;
  return theme.bad(safe`${symbols.failed} ${text}`);
}

/** Puts the next try behind what is told, in so many columns as far as it can. */
type Way = (next: SafeText, columns: number) => SafeText;

/** The ways to tell it, from the fullest to the shortest. */
function waysToTell(
  stale: StaleEvent,
  nowMs: number,
  look: Look,
): { sign: SafeText; ways: readonly Way[] } {
  const { theme, symbols, messages } = look;
  const { status } = messages.watch;
  const before =
    (text: string, paint: Paint): Way =>
    (next) =>
      safe`${paint(inline(text))}: ${next}`;
  switch (stale.cause) {
    case 'rate-limit':
      return {
        sign: theme.caution(symbols.warning),
        ways: [status.serverAsksToWait, status.asksToWaitShort].map((text) =>
          before(text, theme.caution),
        ),
      };
    case 'not-there-yet':
      return {
        sign: theme.faint(symbols.pending),
        ways: [status.notThereYet, status.notThereShort].map((text) => before(text, theme.plain)),
      };
    default: {
      const head = theme.bad(ageText(stale, nowMs, look));
      const why = inline(reasonText(stale, look));
      return {
        sign: theme.bad(symbols.failed),
        ways: [
          (next, columns) => withReason(head, why, next, columns, look),
          (next) => dotted([head, next], look),
        ],
      };
    }
  }
}

function withReason(
  head: SafeText,
  reason: SafeText,
  next: SafeText,
  columns: number,
  look: Look,
): SafeText {
  const compose = (why: SafeText): SafeText => dotted([safe`${head}: ${why}`, next], look);
  const excess = Math.max(0, width(compose(reason)) - columns);
  const room = width(reason) - excess;
  const least = Math.min(LEAST_REASON, width(reason));
  return compose(room < least ? reason : truncate(reason, room, look.symbols.ellipsis));
}

function ageText({ ageMs, atMs }: StaleEvent, nowMs: number, { messages }: Look): SafeText {
  const { status } = messages.watch;
  if (ageMs === undefined) return inline(status.noAnswerYet);
  const age = steadyDuration(ageMs + Math.max(0, nowMs - atMs), messages.units);
  return inline(status.noAnswer(inSeconds(age, messages.units)));
}

function nextTry({ nextTryMs }: StaleEvent, nowMs: number, { messages }: Look): SafeText {
  const left = steadyCountdown(nextTryMs - nowMs, messages.units);
  return inline(messages.watch.status.nextTry(inSeconds(left, messages.units)));
}

/** As wide below a minute, so that what stands behind it stays. */
const inSeconds = (duration: SafeText, units: UnitMessages): SafeText =>
  pad(duration, Math.max(width(duration), width(steadyDuration(59_000, units))), 'right');

/** The system's words for what is wrong with a connection, by what it means for a person. */
const MEANINGS: Readonly<Record<string, Exclude<keyof WatchMessages['reasons'], 'serverAnswers'>>> =
  {
    ECONNREFUSED: 'refused',
    ECONNRESET: 'broken',
    EPIPE: 'broken',
    UND_ERR_SOCKET: 'broken',
    ENOTFOUND: 'unknownHost',
    EAI_AGAIN: 'unknownHost',
    ETIMEDOUT: 'tooSlow',
    UND_ERR_CONNECT_TIMEOUT: 'tooSlow',
  };

/** Why there is no answer, in a few words; what has none is told as the error itself tells it. */
function reasonText({ error }: StaleEvent, { messages, formats }: Look): string {
  const { reasons } = messages.watch;
  if (isJobtrackError(error, 'NETWORK')) {
    const meaning = MEANINGS[error.facts.reason];
    return meaning === undefined ? error.facts.reason : reasons[meaning];
  }
  if (isJobtrackError(error, 'SERVER_ERROR')) {
    return reasons.serverAnswers(formats.number(error.facts.status));
  }
  if (isJobtrackError(error, 'DEADLINE') || isJobtrackError(error, 'IDLE')) return reasons.tooSlow;
  if (isJobtrackError(error, 'BODY_NOT_UNDERSTOOD')) return reasons.notUnderstood;
  return errorText(error, messages).what;
}

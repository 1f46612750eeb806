import type { Answer, Client } from '../../client/types.js';
import { endpoints } from '../../contract/index.js';
import { isJobtrackError } from '../../errors/index.js';
import type { Messages } from '../../i18n/messages.js';
import type { Clock } from '../../ports/clock.js';
import { durationWords } from '../../render/formats.js';
import { type Check, findingOf, skipped } from './check.js';

/** What the checks of an API need. */
export interface ApiParts {
  client(): Promise<Client>;
  clock: Clock;
  signal: AbortSignal;
  messages: Messages;
  /** The job that the settings name: asking for it finds more than asking for the list. */
  jobId: string | undefined;
  hasToken: boolean;
}

/** Clocks further apart than this make `--since` and "ago" misleading. */
const SKEW_MS = 5000;

/** Token, one request and clock: three things that one request tells. */
export async function checkApi(parts: ApiParts): Promise<Check[]> {
  const { clock, messages, hasToken } = parts;
  const words = messages.doctor;
  const startedMs = clock.now();
  try {
    const { path, answer } = await ask(parts);
    const endedMs = clock.now();
    const token = hasToken ? words.tokenAccepted : words.tokenNotNeeded;
    return [
      { name: 'token', state: 'ok', detail: token },
      {
        name: 'request',
        state: 'ok',
        detail: words.answered(path),
        durationMs: endedMs - startedMs,
      },
      clockCheck(answer.serverTimeMs, (startedMs + endedMs) / 2, messages),
    ];
  } catch (error) {
    return checksOf(error, clock.now() - startedMs, parts);
  }
}

async function ask({
  client,
  signal,
  jobId,
}: ApiParts): Promise<{ path: string; answer: Answer<unknown> }> {
  const api = await client();
  return jobId === undefined
    ? {
        path: endpoints.batch.path(''),
        answer: await api.batch({ status: 'Running' }, { signal }),
      }
    : { path: endpoints.progress.path(jobId), answer: await api.progress(jobId, { signal }) };
}

function checksOf(error: unknown, durationMs: number, { messages }: ApiParts): Check[] {
  const finding = findingOf(error, messages);
  const { notReached } = messages.doctor;
  if (isJobtrackError(error, 'UNAUTHENTICATED') || isJobtrackError(error, 'FORBIDDEN')) {
    return [
      { name: 'token', ...finding, durationMs },
      ...skipped(['request', 'clock'], notReached('token')),
    ];
  }
  return [
    ...skipped(['token'], notReached('request')),
    { name: 'request', ...finding, durationMs },
    ...skipped(['clock'], notReached('request')),
  ];
}

/** A server tells its time in whole seconds (RFC 9110 §5.6.7), so the difference is told in whole seconds, too. */
function clockCheck(
  serverTimeMs: number | undefined,
  ownTimeMs: number,
  { doctor: words, units }: Messages,
): Check {
  if (serverTimeMs === undefined) {
    return { name: 'clock', state: 'skipped', detail: words.clockUnknown };
  }
  const aheadMs = ownTimeMs - serverTimeMs;
  const apart = durationWords(Math.round(Math.abs(aheadMs) / 1000) * 1000, units);
  if (Math.abs(aheadMs) <= SKEW_MS) {
    return { name: 'clock', state: 'ok', detail: words.clockAgrees(apart) };
  }
  const detail = aheadMs > 0 ? words.clockAhead(apart) : words.clockBehind(apart);
  return { name: 'clock', state: 'warning', detail, todo: words.clockTodo };
}

import { isFinal, type ReportReceipt, statuses } from '../../contract/index.js';
import type { RunMessages } from '../../i18n/areas/run.js';
import type { Clock } from '../../ports/clock.js';
import type { Deliver, Delivered } from '../../server/runner/delivery.js';

/** How the wait for the start ended. */
export type StartAnswer =
  | { kind: 'start' }
  /** The job ended without having begun. */
  | { kind: 'ended'; status: string; reason: string }
  | { kind: 'interrupted' };

/** What waiting needs. */
export interface StartParts {
  deliver: Deliver;
  clock: Clock;
  words: RunMessages;
  say: (text: string) => Promise<void>;
  /** Aborted when nobody wants to wait any longer. */
  signal: AbortSignal;
}

const ASK_EVERY_MS = 1_000;

/** Waits until the server lets a job start, and says why it waits, once each time that the reason changes. */
export async function awaitStart(first: ReportReceipt, parts: StartParts): Promise<StartAnswer> {
  const { deliver, clock, words, say, signal } = parts;
  let said = '';
  for (
    let delivered: Delivered = { kind: 'taken', receipt: first };
    ;
    delivered = await deliver([])
  ) {
    const answer = answerOf(delivered);
    if (answer?.kind === 'start' && said !== '') await say(words.started);
    if (answer !== undefined) return answer;
    const reason = reasonOf(delivered, words);
    if (reason !== said) await say(reason);
    said = reason;
    await clock.sleep(ASK_EVERY_MS, signal).catch(() => {});
    if (signal.aborted) return { kind: 'interrupted' };
  }
}

/** `undefined` while there is still something to wait for. */
function answerOf(delivered: Delivered): StartAnswer | undefined {
  if (delivered.kind === 'later') return undefined;
  if (delivered.kind !== 'taken') {
    return { kind: 'ended', status: 'Failed', reason: delivered.reason };
  }
  const { status } = delivered.receipt;
  if (statuses.canonical(status) === 'Running') return { kind: 'start' };
  return isFinal(status) ? { kind: 'ended', status, reason: '' } : undefined;
}

function reasonOf(delivered: Delivered, words: RunMessages): string {
  if (delivered.kind !== 'taken') return words.serverAway;
  const { waitingFor, queuePosition } = delivered.receipt;
  if (waitingFor != null && waitingFor.length > 0) {
    return words.waitingForJobs(waitingFor.join(', '));
  }
  return queuePosition == null ? words.waiting : words.waitingInQueue(String(queuePosition));
}

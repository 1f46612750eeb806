import type { Context } from '../../context.js';
import { JobtrackError, type WebhookRefusal } from '../../errors/index.js';
import { errorText } from '../../i18n/error-text.js';
import { inline } from '../../render/safe-text.js';

/** Whoever can reach the port can send nonsense: each kind of it is told at most this often. */
const TELL_EVERY_MS = 10_000;

/** Says on stderr that a webhook was refused, and why. */
export function createRefusalNotes({ clock, messages, note }: Context) {
  const told = new Map<WebhookRefusal, { atMs: number; untold: number }>();
  return (reason: WebhookRefusal): void => {
    const nowMs = clock.now();
    const last = told.get(reason);
    if (last !== undefined && nowMs - last.atMs < TELL_EVERY_MS) {
      last.untold += 1;
      return;
    }
    told.set(reason, { atMs: nowMs, untold: 0 });
    const { what, todo = '' } = errorText(
      new JobtrackError('WEBHOOK_REFUSED', { reason }),
      messages,
    );
    const more = last === undefined || last.untold === 0 ? '' : ` (+${last.untold})`;
    void note(inline(`${what}${more}. ${todo}`));
  };
}

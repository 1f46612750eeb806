import {
  conditions,
  eventTypes,
  priorities,
  ratings,
  statuses,
  trends,
  upcomingEventTypes,
} from '../contract/index.js';
import type { Messages } from '../i18n/messages.js';
import { inline, type SafeText } from './safe-text.js';

const vocabularies = {
  status: statuses,
  condition: conditions,
  eventType: eventTypes,
  upcomingEventType: upcomingEventTypes,
  priority: priorities,
  rating: ratings,
  trend: trends,
} as const;

/** A word of the API in the user's language; a word that is not known is shown as it came. */
export function word(
  kind: keyof typeof vocabularies,
  text: string | null | undefined,
  messages: Messages,
): SafeText {
  const known = vocabularies[kind].canonical(text);
  const translated: Record<string, string> = messages.words[kind];
  return inline(known === undefined ? (text ?? '-') : (translated[known] ?? known));
}

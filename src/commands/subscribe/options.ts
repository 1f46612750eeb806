import { subscriptionEvents } from '../../contract/index.js';
import { JobtrackError } from '../../errors/index.js';
import type { RawFlags } from '../definition.js';
import { parseChoice, parseInteger } from '../parse-values.js';

type EventName = (typeof subscriptionEvents)[number];

/** Which events are wanted. */
export interface WantedEvents {
  /** All of them when left out. */
  events?: EventName[];
  filters?: {
    minProgressIncrement?: number;
    includeDebugEvents?: boolean;
    notifyOnErrors?: boolean;
  };
}

/** What is to be done about a job's events. */
export type SubscribeAction =
  /** Print them as they come. */
  | { kind: 'follow' }
  /** Have the server send them somewhere. */
  | {
      kind: 'webhook';
      url: string;
      authTokenFile: string | undefined;
      secretFile: string | undefined;
    }
  | { kind: 'list' }
  | { kind: 'remove'; subscriptionId: string };

/** What `jobtrack subscribe` was asked. */
export interface SubscribeOptions {
  jobId: string | undefined;
  action: SubscribeAction;
  wanted: WantedEvents;
}

/** Options from what was typed; throws INVALID_VALUE and CONFLICTING_OPTIONS. */
export function parseSubscribeOptions(
  [jobId]: readonly string[],
  flags: RawFlags,
): SubscribeOptions {
  refuseConflicts(flags);
  return { jobId, action: parseAction(flags), wanted: parseWanted(flags) };
}

function parseWanted(flags: RawFlags): WantedEvents {
  const { events, minProgress } = flags as Record<string, string | undefined>;
  const filters = {
    ...(minProgress === undefined
      ? {}
      : { minProgressIncrement: parseInteger('--min-progress', minProgress, 0, 100) }),
    ...(flags['includeDebug'] === true ? { includeDebugEvents: true } : {}),
    ...(flags['notifyErrors'] === false ? { notifyOnErrors: false } : {}),
  };
  return {
    ...(events === undefined ? {} : { events: parseEvents(events) }),
    ...(Object.keys(filters).length === 0 ? {} : { filters }),
  };
}

function parseAction(flags: RawFlags): SubscribeAction {
  const { webhook, authTokenFile, secretFile, remove } = flags as Record<
    string,
    string | undefined
  >;
  if (flags['list'] === true) return { kind: 'list' };
  if (remove !== undefined) return { kind: 'remove', subscriptionId: remove };
  if (webhook === undefined) return { kind: 'follow' };
  return { kind: 'webhook', url: parseWebhook(webhook), authTokenFile, secretFile };
}

function parseWebhook(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (isWeb && url.username === '' && url.password === '') return value;
  throw new JobtrackError('INVALID_VALUE', { name: '--webhook', value, allowed: { kind: 'url' } });
}

const parseEvents = (text: string): EventName[] =>
  text.split(',').map((name) => parseChoice('--events', name.trim(), subscriptionEvents));

/** Each asks for something else than the ones beside it. */
const ACTIONS = ['webhook', 'websocket', 'list', 'remove'] as const;

/** What means something for a webhook alone. */
const OF_WEBHOOKS = { authTokenFile: '--auth-token-file', secretFile: '--secret-file' } as const;

function refuseConflicts(flags: RawFlags): void {
  const conflict = (one: string, other: string) =>
    new JobtrackError('CONFLICTING_OPTIONS', { options: [one, other] });
  const [first, second] = ACTIONS.filter((key) => flags[key] !== undefined);
  if (first !== undefined && second !== undefined) throw conflict(`--${first}`, `--${second}`);
  if (flags['webhook'] !== undefined) return;
  for (const [key, name] of Object.entries(OF_WEBHOOKS)) {
    if (flags[key] !== undefined) throw conflict(name, `--${first ?? 'websocket'}`);
  }
}

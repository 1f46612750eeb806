import type { ErrorCode } from './codes.js';

/** What a value may be, in a form that every language can put into words. */
export type Allowed =
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'guid' }
  | { kind: 'duration'; atLeastMs?: number }
  /** `notBefore` is RFC 3339: another option's time that this one may not lie before. */
  | { kind: 'time'; notBefore?: string }
  | { kind: 'integer'; min: number; max?: number }
  | { kind: 'url' }
  | { kind: 'timezone' }
  | { kind: 'text' }
  | { kind: 'token' }
  | { kind: 'command' }
  | { kind: 'regex'; reason: string };

/** A setting without which a request can't be made. */
export type RequiredSetting = 'url' | 'tenant' | 'project' | 'job';

/** What went wrong with a file, in a form that every language can put into words. */
export type UnsafeReason = 'readable-by-others' | 'owned-by-other' | 'not-a-file';

/** Why the server's database is not opened, in a form that every language can put into words. */
export type StoreRefusal = 'in-use' | 'newer' | 'foreign' | 'damaged' | 'not-a-file';

/** Why a webhook is not believed, in a form that every language can put into words. */
export type WebhookRefusal = 'unsigned' | 'bad-signature' | 'too-old' | 'too-new' | 'no-event';

/**
 * What is known about each error. Messages in every language are made from these facts and nothing else,
 * so a fact must never hold a secret.
 */
export interface ErrorFacts extends Record<ErrorCode, object> {
  UNKNOWN_COMMAND: { command: string; suggestion?: string };
  UNKNOWN_OPTION: { option: string; command: string; suggestion?: string };
  MISSING_ARGUMENT: { argument: string; command: string };
  MISSING_VALUE: { option: string };
  UNEXPECTED_VALUE: { option: string };
  TOO_MANY_ARGUMENTS: { command: string; extra: string };
  /** `name` is the option, argument or variable as the user writes it. */
  INVALID_VALUE: { name: string; value: string; allowed: Allowed; suggestion?: string };
  /** `instead` is what can be used in place of the last of them. */
  CONFLICTING_OPTIONS: { options: readonly string[]; instead?: string };
  /** `instead` is what works without a terminal. */
  NEEDS_TERMINAL: { option: string; instead: string };
  /** `canServe`: a server on this machine would set it. */
  MISSING_SETTING: { setting: RequiredSetting; canServe?: boolean };
  CONFIG_UNREADABLE: { file: string; reason: string };
  CONFIG_UNKNOWN_KEY: { file: string; key: string; suggestion?: string };
  CONFIG_FORBIDDEN_KEY: { file: string; key: string };
  CONFIG_INVALID_VALUE: {
    file: string;
    key: string;
    value: string;
    allowed: Allowed;
    suggestion?: string;
  };
  CONFIG_UNSAFE: { file: string; reason: UnsafeReason };
  UNKNOWN_PROFILE: { profile: string; known: readonly string[]; suggestion?: string };
  REQUEST_REFUSED: { status: number; detail?: string };
  UNAUTHENTICATED: { origin: string; tokenSent: boolean; detail?: string };
  FORBIDDEN: { origin: string; detail?: string };
  NOT_FOUND: { path: string; jobId?: string; detail?: string };
  /** `reason` is the system's own word for it, such as ECONNREFUSED. */
  NETWORK: { origin: string; reason: string; attempts: number };
  DEADLINE: { origin: string; timeoutMs: number };
  IDLE: { origin: string; idleMs: number };
  RATE_LIMITED: { origin: string; retryAfterMs?: number; attempts: number };
  SERVER_ERROR: {
    origin: string;
    status: number;
    detail?: string;
    attempts: number;
    retryAfterMs?: number;
  };
  UNEXPECTED_STATUS: { origin: string; status: number; detail?: string };
  REDIRECT_REFUSED: { from: string; to: string };
  BODY_TOO_LARGE: { limitBytes: number };
  BODY_CUT: { origin: string };
  /** `expected` and `found` are short descriptions; `path` is where in the body, `logs[2].message`. */
  BODY_NOT_UNDERSTOOD: { expected: string; found: string; path?: string };
  FILE_FAILED: { file: string; reason: string };
  /** `flag` is the option that accepts the risk. */
  LISTEN_REFUSED: { host: string; flag: string };
  LISTEN_FAILED: { address: string; reason: string };
  STORE_REFUSED: { file: string; reason: StoreRefusal };
  WEBHOOK_REFUSED: { reason: WebhookRefusal };
  INTERNAL: { reason: string };
}

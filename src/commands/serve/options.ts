import { settingParsers } from '../../config/parsers.js';
import { typedValue } from '../../config/values.js';
import type { RawFlags } from '../definition.js';
import { parseInteger } from '../parse-values.js';

/** What `jobtrack serve` was asked. */
export interface ServeOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** As it was typed; the state folder's own when left out. */
  db: string | undefined;
  maxRunning: number | undefined;
  /** Whether the user has said that other machines may reach it over plain http. */
  isExposureAccepted: boolean;
  /** Whether webhooks may call this machine also where others can reach the server. */
  allowsLoopbackWebhooks: boolean;
}

const PORT_MAX = 65_535;

/** Options from what was typed; throws INVALID_VALUE. */
export function parseServeOptions(_args: readonly string[], flags: RawFlags): ServeOptions {
  const text = (key: string): string | undefined => {
    const value = flags[key];
    return typeof value === 'string' ? value : undefined;
  };
  const number = (key: string, name: string, min: number, max?: number): number | undefined => {
    const value = text(key);
    return value === undefined ? undefined : parseInteger(name, value, min, max);
  };
  return {
    host: typedValue('--host', text('host') ?? '127.0.0.1', settingParsers.profile),
    port: number('port', '--port', 0, PORT_MAX) ?? 0,
    db: text('db'),
    maxRunning: number('maxRunning', '--max-running', 1),
    isExposureAccepted: flags['insecureRemoteAccess'] === true,
    allowsLoopbackWebhooks: flags['allowLoopbackWebhooks'] === true,
  };
}

import type { Parser } from '../../config/parsers.js';
import { typedValue } from '../../config/values.js';
import { commandWords } from '../../domain/command-words.js';
import { JobtrackError } from '../../errors/index.js';
import type { RawFlags } from '../definition.js';
import { parseInteger } from '../parse-values.js';

/** What `jobtrack listen` was asked. */
export interface ListenOptions {
  /** 0 takes a free one. */
  port: number;
  /** As it was typed; the user's own secret when left out. */
  secretFile: string | undefined;
  forwardTo: URL | undefined;
  /** A program and its arguments, run for each event. */
  exec: readonly string[] | undefined;
}

const PORT_MAX = 65_535;

/** Options from what was typed; throws INVALID_VALUE. */
export function parseListenOptions(_args: readonly string[], flags: RawFlags): ListenOptions {
  const { port, secretFile, forwardTo, exec } = flags as Record<string, string | undefined>;
  return {
    port: port === undefined ? 0 : parseInteger('--port', port, 0, PORT_MAX),
    secretFile,
    forwardTo:
      forwardTo === undefined ? undefined : typedValue('--forward-to', forwardTo, webAddress),
    exec: exec === undefined ? undefined : parseCommand(exec),
  };
}

/** Unlike the API's address it may have a query: it is used as it is. */
const webAddress: Parser<URL> = (text) => {
  const isWeb = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  return isWeb ? { ok: true, value: new URL(text) } : { ok: false, allowed: { kind: 'url' } };
};

function parseCommand(value: string): string[] {
  const words = commandWords(value);
  if (words !== undefined) return words;
  throw new JobtrackError('INVALID_VALUE', { name: '--exec', value, allowed: { kind: 'command' } });
}

import type { GlobalFlags } from '../config/settings.js';
import { shellWord } from '../errors/index.js';

/**
 * The options that were typed to say where the jobs are, to be typed again in a command that is offered: with a space
 * before each, and empty when there are none. A token that came from standard input can't be given so.
 */
export function placeWords(flags: GlobalFlags): string {
  const { profile, url, tenant, project, config, tokenFile } = flags;
  const typed: readonly (readonly [string, string | undefined])[] = [
    ['--profile', profile],
    ['--url', url],
    ['--tenant', tenant],
    ['--project', project],
    ['--config', config],
    ['--token-file', tokenFile === '-' ? undefined : tokenFile],
  ];
  return typed
    .map(([option, value]) => (value === undefined ? '' : ` ${option} ${asWord(value)}`))
    .join('');
}

/** Quoted only where a shell would read more than a word in it. */
const asWord = (text: string): string => (/^[\w./:@%+=,-]+$/.test(text) ? text : shellWord(text));

import type { Files } from '../ports/files.js';
import { isPrivate } from './file-trust.js';
import { settingParsers } from './parsers.js';
import { isLoopback } from './url.js';
import { isObject } from './values.js';

/** What a running `jobtrack serve` tells the other commands of its user. */
export interface ServeState {
  url: string;
  tenant: string;
  project: string;
  token: string;
  pid: number;
}

const stringKeys = ['url', 'tenant', 'project', 'token'] as const;

function parseState(text: string): ServeState | undefined {
  const content: unknown = JSON.parse(text);
  if (!isObject(content)) return undefined;
  const { url, tenant, project, token, pid } = content as Partial<
    Record<keyof ServeState, unknown>
  >;
  const values = { url, tenant, project, token };
  const isRight = stringKeys.every((key) => {
    const value = values[key];
    return typeof value === 'string' && settingParsers[key](value).ok;
  });
  if (!isRight || !Number.isSafeInteger(pid) || Number(pid) <= 0) return undefined;
  return { ...values, pid } as ServeState;
}

/** Tells the other commands of this user how to reach a server. The file is private: it holds the token. */
export const writeServeState = (file: string, state: ServeState, files: Files): Promise<void> =>
  files.writePrivate(file, `${JSON.stringify(state)}\n`);

/** Takes a server's state away when it ends, unless another server has put its own there. */
export async function removeServeState(file: string, pid: number, files: Files): Promise<void> {
  const text = await files.readText(file).catch(() => undefined);
  if (text?.includes(`"pid":${pid}`) === true) await files.remove(file);
}

/**
 * The state of this user's running `jobtrack serve`. A file that is not private, not the user's own, not understood,
 * left behind by a server that has ended, or that leads off this machine counts as none.
 */
export async function readServeState(
  file: string,
  files: Files,
  isAlive: (pid: number) => boolean,
): Promise<ServeState | undefined> {
  try {
    const facts = await files.facts(file);
    if (facts === undefined || !facts.isFile || !facts.isOwn || !isPrivate(facts)) return undefined;
    const state = parseState((await files.readText(file)) ?? '');
    return state !== undefined && isLoopback(state.url) && isAlive(state.pid) ? state : undefined;
  } catch {
    return undefined;
  }
}

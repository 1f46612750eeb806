import { JobtrackError } from '../errors/index.js';
import type { Files } from '../ports/files.js';
import { systemReason } from './file-trust.js';
import type { Environment } from './language.js';
import { environmentLayer } from './layers.js';
import type { GlobalFlags } from './settings.js';
import { DEFAULT_PROFILE, readUserFile, type UserFile } from './user-file.js';

/** What login stores. A token belongs to the origin of the url that it is stored with. */
export interface Login {
  url: string;
  tenant: string;
  project: string;
  token?: string;
}

/** The file as its user wrote it, so that a value is kept in the user's own words: `30s` stays `30s`. */
interface RawUserFile {
  profile?: unknown;
  profiles?: Record<string, object>;
}

/** Reads, changes and writes the file. Nothing is written over a file that is not understood. */
async function change(
  file: string,
  files: Files,
  edit: (raw: RawUserFile) => RawUserFile | undefined,
): Promise<boolean> {
  const isThere = (await readUserFile(file, files)) !== undefined;
  const raw = isThere ? (JSON.parse((await files.readText(file)) ?? '{}') as RawUserFile) : {};
  const changed = edit(raw);
  if (changed === undefined) return false;
  try {
    // A link, such as a dotfiles manager makes, stays one.
    await files.writePrivate(
      (await files.realPath(file)) ?? file,
      `${JSON.stringify(changed, null, 2)}\n`,
    );
  } catch (error) {
    throw new JobtrackError('FILE_FAILED', { file, reason: systemReason(error) }, { cause: error });
  }
  return true;
}

/** Entries, not assignment: a profile may be called `__proto__`. */
const without = (record: object, keys: readonly string[]): [string, unknown][] =>
  Object.entries(record).filter(([key]) => !keys.includes(key));

/**
 * Stores a login under a profile's name. The profile's other settings stay; url, tenant, project and token are replaced
 * together, so an old token never goes to a new url. The first profile becomes the default one.
 * @throws JobtrackError as {@link readUserFile}, and FILE_FAILED
 */
export async function addProfile(
  file: string,
  name: string,
  login: Login,
  files: Files,
): Promise<void> {
  await change(file, files, (raw) => {
    const profiles = raw.profiles ?? {};
    const old = new Map(Object.entries(profiles)).get(name) ?? {};
    const profile = {
      ...login,
      ...Object.fromEntries(without(old, ['url', 'tenant', 'project', 'token'])),
    };
    return {
      profile: raw.profile ?? name,
      profiles: Object.fromEntries([...without(profiles, [name]), [name, profile]]) as Record<
        string,
        object
      >,
    };
  });
}

/**
 * Takes a profile out of the file, its token with it. Answers whether there was one.
 * @throws JobtrackError as {@link readUserFile}, and FILE_FAILED
 */
export function removeProfile(file: string, name: string, files: Files): Promise<boolean> {
  return change(file, files, (raw) => {
    const profiles = raw.profiles ?? {};
    if (!Object.hasOwn(profiles, name)) return undefined;
    const left = Object.fromEntries(without(profiles, [name])) as Record<string, object>;
    return { ...(raw.profile === name ? {} : raw), profiles: left };
  });
}

/**
 * The profile that login and logout mean: the one that is named, else the file's default. A project's file has no say:
 * what is stored or taken away is the user's own business.
 * @throws JobtrackError INVALID_VALUE
 */
export function meantProfile(
  flags: GlobalFlags,
  environment: Environment,
  user: UserFile | undefined,
): string {
  const named = flags.profile ?? environmentLayer(environment).profile?.value;
  return named ?? user?.defaultProfile ?? DEFAULT_PROFILE;
}

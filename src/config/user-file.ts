import { nearest } from '../domain/nearest.js';
import { JobtrackError } from '../errors/index.js';
import type { Files } from '../ports/files.js';
import { factsBehindLinks, isPrivate, settingsText } from './file-trust.js';
import { parseJsonFile } from './json-text.js';
import { settingParsers } from './parsers.js';
import { preferenceKeys, type SettingValues } from './settings.js';
import { fileValue, fileValues, isObject, unknownKey } from './values.js';

/** What a profile may set. */
const profileKeys = ['url', 'tenant', 'project', 'token', ...preferenceKeys] as const;

/** One named set of the user's settings. */
export type Profile = Omit<SettingValues, 'profile'>;

/** The user's settings. */
export interface UserFile {
  file: string;
  /** The profile that is used where none is named. */
  defaultProfile: string | undefined;
  profiles: ReadonlyMap<string, Profile>;
}

/** The profile of a first login, and the one that is used where the file does not say which. */
export const DEFAULT_PROFILE = 'default';

/** An object of the file at `key`, empty where the key is not there. */
function objectAt(file: string, key: string, value: unknown): object {
  if (value === undefined) return {};
  if (isObject(value)) return value;
  throw new JobtrackError('CONFIG_UNREADABLE', {
    file,
    reason: `"${key}" holds no settings by name`,
  });
}

function readProfiles(file: string, found: object): Map<string, Profile> {
  const entries = Object.entries(found).map(([name, value]): [string, Profile] => {
    const key = `profiles.${name}`;
    return [name, fileValues({ file, above: `${key}.` }, objectAt(file, key, value), profileKeys)];
  });
  return new Map(entries);
}

/** The user's settings in a text, checked. */
function parseUserFile(file: string, text: string): UserFile {
  const known = ['profile', 'profiles'] as const;
  const content = parseJsonFile(file, text);
  if (!isObject(content)) {
    throw new JobtrackError('CONFIG_UNREADABLE', { file, reason: 'it holds no settings by name' });
  }
  const top = new Map<string, unknown>(Object.entries(content));
  const stray = [...top.keys()].find((key) => !(known as readonly string[]).includes(key));
  if (stray !== undefined) throw unknownKey({ file, above: '' }, stray, known);
  const named = top.get('profile');
  return {
    file,
    defaultProfile:
      named === undefined
        ? undefined
        : fileValue({ file, above: '' }, 'profile', named, settingParsers.profile),
    profiles: readProfiles(file, objectAt(file, 'profiles', top.get('profiles'))),
  };
}

const holdsToken = ({ profiles }: UserFile): boolean =>
  [...profiles.values()].some(({ token }) => token !== undefined);

/**
 * The user's settings; `undefined` where there is no such file.
 * @throws JobtrackError CONFIG_UNREADABLE, CONFIG_UNSAFE, CONFIG_UNKNOWN_KEY, CONFIG_INVALID_VALUE
 */
export async function readUserFile(file: string, files: Files): Promise<UserFile | undefined> {
  if ((await files.facts(file)) === undefined) return undefined;
  const facts = await factsBehindLinks(file, files);
  if (facts?.isFile !== true)
    throw new JobtrackError('CONFIG_UNSAFE', { file, reason: 'not-a-file' });
  if (!facts.isOwn) throw new JobtrackError('CONFIG_UNSAFE', { file, reason: 'owned-by-other' });
  const text = await settingsText(file, files);
  const userFile = text === undefined ? undefined : parseUserFile(file, text);
  if (userFile !== undefined && holdsToken(userFile) && !isPrivate(facts)) {
    throw new JobtrackError('CONFIG_UNSAFE', { file, reason: 'readable-by-others' });
  }
  return userFile;
}

/** The error of a profile that the user's file does not hold. */
export function unknownProfile(profile: string, user: UserFile | undefined): JobtrackError {
  const known = [...(user?.profiles.keys() ?? [])];
  const suggestion = nearest(profile, known);
  return new JobtrackError('UNKNOWN_PROFILE', {
    profile,
    known,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

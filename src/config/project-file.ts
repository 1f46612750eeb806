import { basename, join } from 'node:path';
import { JobtrackError } from '../errors/index.js';
import type { Files } from '../ports/files.js';
import { factsBehindLinks, settingsText } from './file-trust.js';
import { preferenceKeys, type SettingValues } from './settings.js';
import { fileValues, isObject } from './values.js';

/** Where a project's settings may stand, in the order of precedence. Data only: no name here is a program. */
const searchPlaces = [
  '.jobtrackrc',
  '.jobtrackrc.json',
  '.jobtrackrc.yaml',
  '.jobtrackrc.yml',
  'jobtrack.config.json',
  'jobtrack.config.yaml',
  'jobtrack.config.yml',
  'package.json',
] as const;

/** What a project's file may set. */
const projectKeys = ['tenant', 'project', 'profile', ...preferenceKeys] as const;

/** What only the user may set, by its beginning, whatever its case and separators: where a token goes, and what is run. */
const FORBIDDEN =
  /^(url|baseurl|apiurl|endpoint|host|server|token|auth|bearer|secret|password|apikey|proxy|httpproxy|httpsproxy|noproxy|header|webhook|forward|command|exec|run|script|plugin|require|import|extends|config|profiles|ca|cert|insecure|tls)/;

const isForbidden = (key: string): boolean =>
  FORBIDDEN.test(key.toLowerCase().replaceAll(/[^a-z]/g, ''));

/** Settings are a few lines. A hostile YAML file makes its parser work for the square of its length. */
const LONGEST_CHARS = 65_536;

/** A project's settings, and the file that they stand in. */
export interface ProjectFile {
  file: string;
  values: SettingValues;
}

const isOfInterest = (path: string, text: string): boolean =>
  basename(path) === 'package.json' ? text.includes('"jobtrack"') : text.trim() !== '';

/**
 * Whether settings stand at a path. A link is followed to the user's own files only: it could lead a program that runs
 * with more rights to what its owner can't read.
 */
async function isThere(path: string, files: Files): Promise<boolean> {
  const facts = await files.facts(path);
  const target = facts?.isFile === false ? await factsBehindLinks(path, files) : facts;
  if (facts === undefined || target === undefined) return false;
  // A pipe or a device is not even opened: it could be waited for without end.
  if (!target.isFile && basename(path) === 'package.json') return false;
  if (!target.isFile)
    throw new JobtrackError('CONFIG_UNSAFE', { file: path, reason: 'not-a-file' });
  const text = (await settingsText(path, files)) ?? '';
  if (!isOfInterest(path, text)) return false;
  if (text.length > LONGEST_CHARS && basename(path) !== 'package.json')
    throw new JobtrackError('CONFIG_UNREADABLE', { file: path, reason: 'more than 64 KiB' });
  if (!facts.isFile && !target.isOwn) {
    throw new JobtrackError('CONFIG_UNSAFE', { file: path, reason: 'owned-by-other' });
  }
  return true;
}

function checkedValues(file: string, content: unknown): SettingValues {
  if (!isObject(content)) {
    throw new JobtrackError('CONFIG_UNREADABLE', { file, reason: 'it holds no settings by name' });
  }
  const key = Object.keys(content).find(isForbidden);
  if (key !== undefined) throw new JobtrackError('CONFIG_FORBIDDEN_KEY', { file, key });
  return fileValues({ file, above: '' }, content, projectKeys);
}

/**
 * The project's settings: the first file of the working folder that holds some; no other folder is looked at.
 * @throws JobtrackError CONFIG_UNREADABLE, CONFIG_UNSAFE, CONFIG_FORBIDDEN_KEY, CONFIG_UNKNOWN_KEY, CONFIG_INVALID_VALUE
 */
export async function loadProjectFile(cwd: string, files: Files): Promise<ProjectFile | undefined> {
  const areThere = await Promise.all(searchPlaces.map((place) => isThere(join(cwd, place), files)));
  const places = searchPlaces.filter((_place, index) => areThere[index]);
  if (places.length === 0) return undefined;
  // Parsers cost more than everything else here, and most folders hold no settings.
  const { searchFolder } = await import('./search-folder.js');
  const found = await searchFolder(cwd, places);
  return found === undefined
    ? undefined
    : { file: found.file, values: checkedValues(found.file, found.content) };
}

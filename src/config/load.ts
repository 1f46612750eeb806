import { JobtrackError } from '../errors/index.js';
import type { System } from '../ports/system.js';
import { languageOfLocale } from './language.js';
import { environmentLayer, flagLayer, type Layer, layerOf } from './layers.js';
import { mergeSources } from './merge.js';
import { serveStatePath, userFilePath, type Whereabouts } from './places.js';
import { loadProjectFile, type ProjectFile } from './project-file.js';
import { readServeState, type ServeState } from './serve-state.js';
import type { GlobalFlags, Setting, Settings } from './settings.js';
import { readToken, type TokenPlace } from './token-file.js';
import { DEFAULT_PROFILE, readUserFile, type UserFile, unknownProfile } from './user-file.js';

/** What settings are read from. Standard input is read only for `--token-file -`. */
export type SettingsPlace = Whereabouts & TokenPlace & Pick<System, 'isAlive'>;

async function userFile(
  place: SettingsPlace,
  named: string | undefined,
): Promise<UserFile | undefined> {
  const file = userFilePath(place, named);
  const found = await readUserFile(file, place.files);
  if (found === undefined && named !== undefined) {
    throw new JobtrackError('CONFIG_UNREADABLE', { file, reason: 'no such file' });
  }
  return found;
}

/** The profile that the user's file itself chooses. */
function ownProfile(user: UserFile | undefined): Setting<string> | undefined {
  const usual = user?.profiles.has(DEFAULT_PROFILE) ? DEFAULT_PROFILE : undefined;
  const value = user?.defaultProfile ?? usual;
  return user === undefined || value === undefined
    ? undefined
    : { value, source: { kind: 'user-file', file: user.file } };
}

/** The settings of the chosen profile. A project's file may name one that only some of its people have, if it is not needed. */
function profileLayer(
  chosen: Setting<string> | undefined,
  user: UserFile | undefined,
  isNeeded: boolean,
): Layer {
  if (chosen === undefined) return {};
  const profile = user?.profiles.get(chosen.value);
  if (user !== undefined && profile !== undefined) {
    return layerOf(profile, { kind: 'user-file', file: user.file, profile: chosen.value });
  }
  if (chosen.source.kind === 'project-file' && !isNeeded) return {};
  throw unknownProfile(chosen.value, user);
}

function projectLayer(found: ProjectFile | undefined): Layer {
  if (found === undefined) return {};
  return layerOf(found.values, { kind: 'project-file', file: found.file });
}

function serveLayer(state: ServeState | undefined, file: string): Layer {
  if (state === undefined) return {};
  const { url, tenant, project, token } = state;
  return layerOf({ url, tenant, project, token }, { kind: 'serve', file });
}

function localeLayer({ environment }: SettingsPlace): Layer {
  const named = languageOfLocale(environment);
  return named === undefined
    ? {}
    : layerOf({ lang: named.lang }, { kind: 'environment', name: named.variable });
}

async function tokenLayer(place: SettingsPlace, named: string | undefined): Promise<Layer> {
  if (named === undefined) return {};
  const token = await readToken(named, '--token-file', place);
  return layerOf({ token }, { kind: 'flag', name: '--token-file' });
}

/**
 * Every setting with where it came from; the first source that names it wins: flags, environment, the project's file,
 * the user's profile, a running `serve`, defaults.
 * @throws JobtrackError INVALID_VALUE, FILE_FAILED, UNKNOWN_PROFILE and the CONFIG_ ones
 */
export async function loadSettings(place: SettingsPlace, given: GlobalFlags): Promise<Settings> {
  const flags = flagLayer(given);
  const environment = environmentLayer(place.environment);
  const stateFile = serveStatePath(place);
  const [projectFile, user, state] = await Promise.all([
    loadProjectFile(place.cwd, place.files),
    userFile(place, given.config),
    readServeState(stateFile, place.files, place.isAlive),
  ]);
  const project = projectLayer(projectFile);
  const profileName = flags.profile ?? environment.profile ?? project.profile ?? ownProfile(user);
  const isProfileNeeded = (flags.url ?? environment.url) === undefined;
  return mergeSources({
    flags,
    tokenFile: await tokenLayer(place, given.tokenFile),
    environment,
    project,
    profileName,
    profile: profileLayer(profileName, user, isProfileNeeded),
    serve: serveLayer(state, stateFile),
    locale: localeLayer(place),
  });
}

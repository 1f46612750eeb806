import { JobtrackError, type RequiredSetting } from '../errors/index.js';
import { guid } from './parsers.js';
import type { Settings } from './settings.js';
import { typedValue } from './values.js';

/** What every request needs. */
export interface Connection {
  url: string;
  tenantId: string;
  projectId: string;
  /** Left out where none is set for the origin of `url`. */
  token?: string;
}

function required(settings: Settings, setting: RequiredSetting): string {
  const { value } = settings[setting];
  if (value === undefined) throw new JobtrackError('MISSING_SETTING', { setting });
  return value;
}

/**
 * The settings that a client is made from.
 * @throws JobtrackError MISSING_SETTING
 */
export function requireConnection(settings: Settings): Connection {
  const connection = {
    url: required(settings, 'url'),
    tenantId: required(settings, 'tenant'),
    projectId: required(settings, 'project'),
  };
  const token = settings.token.value;
  return token === undefined ? connection : { ...connection, token };
}

/**
 * The job that is meant: the one that was given as an argument, else the one that the settings name.
 * @throws JobtrackError INVALID_VALUE, MISSING_SETTING
 */
export function requireJob(settings: Settings, given: string | undefined): string {
  return given === undefined ? required(settings, 'job') : typedValue('jobId', given, guid);
}

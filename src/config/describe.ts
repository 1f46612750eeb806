import { durationText } from '../domain/duration.js';
import { preferenceKeys, type Setting, type SettingSource, type Settings } from './settings.js';

/** One setting, ready to be shown. */
export interface SettingRow {
  name: keyof Settings;
  /** As a user would write it; `undefined` where it is not set, and always for the token. */
  value: string | undefined;
  isSet: boolean;
  source: SettingSource;
}

const order = ['url', 'tenant', 'project', 'token', 'profile', ...preferenceKeys] as const;

const durations: readonly (keyof Settings)[] = ['interval', 'requestTimeout'];

function written(name: keyof Settings, { value }: Setting<unknown>): string | undefined {
  if (value === undefined || name === 'token') return undefined;
  return durations.includes(name) ? durationText(Number(value)) : String(value);
}

/** Every setting in a fixed order, with where it came from. The token itself is not in it. */
export function describeSettings(settings: Settings): SettingRow[] {
  return order.map((name) => ({
    name,
    value: written(name, settings[name]),
    isSet: settings[name].value !== undefined,
    source: settings[name].source,
  }));
}

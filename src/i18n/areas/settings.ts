import type { SettingSource } from '../../config/settings.js';

/** The words of `jobtrack login`, `logout` and `config`. */
export interface SettingsMessages {
  /** One line each for the list of commands. */
  loginSummary: string;
  logoutSummary: string;
  configSummary: string;
  login: {
    examples: { ask: string; profile: string; pipe: string };
    /** What the user is asked for, without a mark at its end. */
    asks: Record<'url' | 'tenant' | 'project' | 'token', string>;
    done: (url: string, profile: string) => string;
    stored: (file: string) => string;
    /** Nothing was asked of the server yet: how to find out whether it takes the token. */
    check: string;
  };
  logout: {
    examples: { usual: string; profile: string };
    done: (profile: string, file: string) => string;
  };
  config: {
    examples: { all: string; json: string };
    columns: Record<'setting' | 'value' | 'source', string>;
    set: string;
    notSet: string;
    /** A profile of the user's file, where the file is told elsewhere. */
    profile: (name: string) => string;
    /** Where a setting came from. */
    sources: {
      [K in SettingSource['kind']]: (source: Extract<SettingSource, { kind: K }>) => string;
    };
  };
}

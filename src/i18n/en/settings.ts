import type { SettingsMessages } from '../areas/settings.js';

export const settings: SettingsMessages = {
  loginSummary: 'Store url, tenant, project and token for yourself',
  logoutSummary: 'Remove a stored profile and its token',
  configSummary: 'Show every setting and where it came from',
  login: {
    examples: {
      ask: 'Asks for everything; the token is not shown as you type',
      profile: 'A second server, as a profile of its own',
      pipe: 'The token from a password manager, nothing asked',
    },
    asks: {
      url: 'Address of the API (https://…)',
      tenant: 'Tenant id',
      project: 'Project id',
      token: 'Token (not shown)',
    },
    done: (url, profile) => `Saved profile "${profile}" for ${url}.`,
    stored: (file) => `Stored in ${file}, which only you can read.`,
    check: 'Check that it works with: jobtrack doctor',
  },
  logout: {
    examples: {
      usual: 'Removes the profile that is used by default',
      profile: 'Removes another one',
    },
    done: (profile, file) => `Removed profile "${profile}" and its token from ${file}.`,
  },
  config: {
    examples: { all: 'Every setting, its value and its source', json: 'The url alone' },
    columns: { setting: 'setting', value: 'value', source: 'from' },
    set: 'set',
    notSet: 'not set',
    profile: (name) => `profile ${name}`,
    sources: {
      flag: ({ name }) => name,
      environment: ({ name }) => name,
      'project-file': ({ file }) => file,
      'user-file': ({ file, profile }) =>
        profile === undefined ? file : `${file} (profile ${profile})`,
      serve: ({ file }) => `the running jobtrack serve (${file})`,
      default: () => 'default',
    },
  },
};

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layerOf } from '../../src/config/layers.js';
import { mergeSources } from '../../src/config/merge.js';
import type { SettingValues } from '../../src/config/settings.js';

const urls = fc.constantFrom(
  'https://a.example',
  'https://a.example:443/path',
  'http://a.example',
  'https://a.example:8443',
  'https://b.example',
  'http://127.0.0.1:4040',
);

/** A source that may set a url, a tenant and a token of its own. */
const values = (name: string): fc.Arbitrary<SettingValues> =>
  fc.record(
    { url: urls, tenant: fc.constant(`tenant of ${name}`), token: fc.constant(`token of ${name}`) },
    { requiredKeys: [] },
  );

const sources = fc.record({
  flags: fc.record({ url: urls }, { requiredKeys: [] }),
  tokenFile: fc.record({ token: fc.constant('token of the file') }, { requiredKeys: [] }),
  environment: values('the environment'),
  profile: values('the profile'),
  serve: values('serve'),
});

const merged = (given: Record<string, SettingValues>) => {
  const layer = (name: string) => layerOf(given[name] ?? {}, { kind: 'flag', name });
  return mergeSources({
    flags: layer('flags'),
    tokenFile: layer('tokenFile'),
    environment: layer('environment'),
    project: {},
    profileName: undefined,
    profile: layer('profile'),
    serve: layer('serve'),
    locale: {},
  });
};

const originOf = (url: string | undefined) => (url === undefined ? undefined : new URL(url).origin);

test('a stored token is only ever in force with the origin that it was stored for', () => {
  fc.assert(
    fc.property(sources, (given) => {
      const { token, url } = merged(given);
      const stored = { 'token of the profile': given.profile, 'token of serve': given.serve }[
        token.value ?? ''
      ];
      if (stored !== undefined) expect(originOf(stored.url)).toBe(originOf(url.value));
    }),
    { numRuns: 2000 },
  );
});

test('the token that the user names wins, and is never left out', () => {
  fc.assert(
    fc.property(sources, (given) => {
      const named = given.tokenFile.token ?? given.environment.token;
      if (named !== undefined) expect(merged(given).token.value).toBe(named);
    }),
  );
});

test('the url is that of the first source which has one', () => {
  fc.assert(
    fc.property(sources, (given) => {
      const { flags, environment, profile, serve } = given;
      expect(merged(given).url.value).toBe(
        flags.url ?? environment.url ?? profile.url ?? serve.url,
      );
    }),
  );
});

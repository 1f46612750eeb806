import type { Layer } from './layers.js';
import type { Setting, SettingSource, Settings } from './settings.js';
import { isSameOrigin } from './url.js';

/** What each source sets. */
export interface Sources {
  flags: Layer;
  /** The token of `--token-file`. */
  tokenFile: Layer;
  environment: Layer;
  project: Layer;
  /** The name of the chosen profile. */
  profileName: Setting<string> | undefined;
  profile: Layer;
  serve: Layer;
  /** The language of LC_ALL, LC_MESSAGES or LANG. */
  locale: Layer;
}

const byDefault: SettingSource = { kind: 'default' };

const nowhere: Setting<undefined> = { value: undefined, source: byDefault };

/** What holds where nothing else is said. */
const defaults = {
  output: { value: 'human', source: byDefault },
  lang: { value: 'en', source: byDefault },
  tz: { value: 'local', source: byDefault },
  interval: { value: 2000, source: byDefault },
  level: { value: 'INFO', source: byDefault },
  requestTimeout: { value: 30_000, source: byDefault },
  retries: { value: 2, source: byDefault },
} as const satisfies Layer;

/** The first that names a setting. */
function first<K extends keyof Layer>(key: K, layers: readonly Layer[]): Layer[K] | undefined {
  return layers.find((layer) => layer[key] !== undefined)?.[key];
}

/** A source that holds a url, where that url has the origin of the one in force: what was stored for it goes nowhere else. */
function boundTo(url: string | undefined, layer: Layer): Layer {
  const stored = layer.url?.value;
  return url !== undefined && stored !== undefined && isSameOrigin(url, stored) ? layer : {};
}

/** The settings that have a default. */
function preferences(layers: readonly Layer[]): Pick<Settings, keyof typeof defaults> {
  const chosen = <K extends keyof typeof defaults>(key: K) => first(key, layers);
  return {
    output: chosen('output') ?? defaults.output,
    lang: chosen('lang') ?? defaults.lang,
    tz: chosen('tz') ?? defaults.tz,
    interval: chosen('interval') ?? defaults.interval,
    level: chosen('level') ?? defaults.level,
    requestTimeout: chosen('requestTimeout') ?? defaults.requestTimeout,
    retries: chosen('retries') ?? defaults.retries,
  };
}

/** One value for each setting. The first source that names it wins, and a stored token stays with its origin. */
export function mergeSources(sources: Sources): Settings {
  const { flags, tokenFile, environment, project, profile, serve, locale } = sources;
  const url = first('url', [flags, environment, profile, serve]);
  // The ids of a server are those of no other server, so all that a running serve says holds for its own url only.
  const ownServe = boundTo(url?.value, serve);
  const layers = [flags, environment, project, profile, ownServe];
  const tokens = [tokenFile, environment, boundTo(url?.value, profile), ownServe];
  return {
    url: url ?? nowhere,
    tenant: first('tenant', layers) ?? nowhere,
    project: first('project', layers) ?? nowhere,
    token: first('token', tokens) ?? nowhere,
    job: first('job', layers) ?? nowhere,
    profile: sources.profileName ?? nowhere,
    ...preferences([...layers, locale]),
  };
}

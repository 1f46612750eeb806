import { basename } from 'node:path';
import { defaultLoaders } from 'cosmiconfig';
import * as explorerModule from 'cosmiconfig/dist/Explorer.js';
import { JobtrackError } from '../errors/index.js';
import { parseJsonFile } from './json-text.js';
import { isObject } from './values.js';

/** A file's path and what it holds, not checked. */
export interface FoundFile {
  file: string;
  content: unknown;
}

/** What a loader hands to cosmiconfig: the content in a box, so that cosmiconfig acts on nothing in it. */
interface Boxed {
  content: unknown;
}

type Load = (file: string, text: string) => unknown;

interface ExplorerOptions {
  moduleName: string;
  packageProp: string;
  searchPlaces: readonly string[];
  searchStrategy: 'none';
  loaders: Readonly<Record<string, Load>>;
  ignoreEmptySearchPlaces: boolean;
  cache: boolean;
  metaConfigFilePath: null;
  transform: (result: unknown) => unknown;
}

/**
 * cosmiconfig's searching class. Its public `cosmiconfig()` can't be used on a folder that is not trusted: whatever its
 * options, it first looks for settings of its own in the working folder and runs `.config/config.js` there, and it adds
 * its JavaScript loaders to ours, which a `$import` in a data file then reaches. test/config/trust.test.ts holds this.
 */
const { Explorer } = explorerModule as unknown as {
  Explorer: new (
    options: ExplorerOptions,
  ) => {
    search(from: string): Promise<{ filepath: string; config: unknown; isEmpty?: boolean } | null>;
  };
};

const boxed = (content: unknown): Boxed | undefined => (content == null ? undefined : { content });

const loadJson: Load = (file, text) => {
  const content = parseJsonFile(file, text);
  if (basename(file) !== 'package.json') return boxed(content);
  return {
    jobtrack: isObject(content)
      ? boxed((content as Record<string, unknown>)['jobtrack'])
      : undefined,
  };
};

/** What js-yaml says of a text that it can't read. */
interface YamlError {
  reason?: string;
  mark?: { line?: number };
}

const loadYaml: Load = (file, text) => {
  try {
    return boxed(defaultLoaders['.yaml'](file, text));
  } catch (error) {
    const { reason = 'not valid YAML', mark } = error as YamlError;
    const where = mark?.line === undefined ? '' : ` (line ${mark.line + 1})`;
    throw new JobtrackError('CONFIG_UNREADABLE', { file, reason: `${reason}${where}` });
  }
};

/**
 * The first of `places` in one folder that holds something, read as JSON or YAML.
 * @throws JobtrackError CONFIG_UNREADABLE
 */
export async function searchFolder(
  folder: string,
  places: readonly string[],
): Promise<FoundFile | undefined> {
  const explorer = new Explorer({
    moduleName: 'jobtrack',
    packageProp: 'jobtrack',
    searchPlaces: places,
    searchStrategy: 'none',
    loaders: { '.json': loadJson, '.yaml': loadYaml, '.yml': loadYaml, noExt: loadYaml },
    ignoreEmptySearchPlaces: true,
    cache: false,
    metaConfigFilePath: null,
    transform: (result) => result,
  });
  const found = await explorer.search(folder);
  return found === null
    ? undefined
    : { file: found.filepath, content: (found.config as Boxed).content };
}

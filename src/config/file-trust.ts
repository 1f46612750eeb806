import { JobtrackError } from '../errors/index.js';
import type { FileFacts, Files } from '../ports/files.js';

const GROUP_AND_OTHERS = 0o077;

/** Whether nobody but the owner may do anything with a file: the rule that ssh has for its keys. */
export const isPrivate = (facts: FileFacts): boolean => (facts.mode & GROUP_AND_OTHERS) === 0;

/** The system's word for a failure, without the path that the message names anyway: `EACCES: permission denied`. */
export const systemReason = (error: unknown): string =>
  String((error as Error).message).split(',')[0] ?? '';

/**
 * The text of a settings file; `undefined` when there is none.
 * @throws JobtrackError CONFIG_UNREADABLE
 */
export async function settingsText(file: string, files: Files): Promise<string | undefined> {
  try {
    return await files.readText(file);
  } catch (error) {
    throw new JobtrackError(
      'CONFIG_UNREADABLE',
      { file, reason: systemReason(error) },
      { cause: error },
    );
  }
}

/** What is known of the file that a path leads to in the end; `undefined` when it leads to no file that has a path. */
export async function factsBehindLinks(path: string, files: Files): Promise<FileFacts | undefined> {
  const real = await files.realPath(path);
  return real === undefined ? undefined : files.facts(real);
}

import { resolve } from 'node:path';
import { JobtrackError } from '../errors/index.js';
import type { Files } from '../ports/files.js';
import type { InputPort } from '../ports/io.js';
import { factsBehindLinks, isPrivate, systemReason } from './file-trust.js';
import { token } from './parsers.js';
import { typedValue } from './values.js';

/** Where a token can be read. */
export interface TokenPlace {
  cwd: string;
  files: Files;
  io: { stdin: Pick<InputPort, 'readAll'> };
}

/** More than any token has; what is longer is another file. */
const INPUT_LIMIT_BYTES = 65_536;

/** The user's own file must be closed to others. A pipe has no such bits, and what an administrator provides is not ours. */
async function refuseOpenFile(path: string, files: Files): Promise<void> {
  const facts = await factsBehindLinks(path, files);
  if (facts?.isFile && facts.isOwn && !isPrivate(facts)) {
    throw new JobtrackError('CONFIG_UNSAFE', { file: path, reason: 'readable-by-others' });
  }
}

async function readText(path: string, files: Files): Promise<string> {
  try {
    await refuseOpenFile(path, files);
    const text = await files.readText(path);
    if (text !== undefined) return text;
  } catch (error) {
    if (error instanceof JobtrackError) throw error;
    throw new JobtrackError(
      'FILE_FAILED',
      { file: path, reason: systemReason(error) },
      { cause: error },
    );
  }
  throw new JobtrackError('FILE_FAILED', { file: path, reason: 'no such file' });
}

async function readInput({ io }: TokenPlace): Promise<string> {
  try {
    return await io.stdin.readAll(INPUT_LIMIT_BYTES);
  } catch (error) {
    throw new JobtrackError(
      'FILE_FAILED',
      { file: 'stdin', reason: systemReason(error) },
      { cause: error },
    );
  }
}

/**
 * The token in the first line of a file, or of standard input for `-`. `option` is the flag that named the file.
 * @throws JobtrackError FILE_FAILED, CONFIG_UNSAFE, INVALID_VALUE (which never holds the text)
 */
export async function readToken(named: string, option: string, place: TokenPlace): Promise<string> {
  const text =
    named === '-' ? await readInput(place) : await readText(resolve(place.cwd, named), place.files);
  return typedValue(option, text.split('\n', 1)[0]?.trim() ?? '', token);
}

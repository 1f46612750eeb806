import { JobtrackError } from '../errors/index.js';

/** The line of a text that holds the character at `position`, from 1. */
const lineAt = (text: string, position: number): number =>
  text.slice(0, position).split('\n').length;

/** Why a text is no JSON. The parser's own sentence is not used: it quotes the text, which may hold a token. */
function reasonOf(error: unknown, text: string): string {
  const position = /at position (\d+)/.exec(String(error))?.[1];
  return `not valid JSON${position === undefined ? '' : ` (line ${lineAt(text, Number(position))})`}`;
}

/**
 * What a JSON file holds.
 * @throws JobtrackError CONFIG_UNREADABLE
 */
export function parseJsonFile(file: string, text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new JobtrackError('CONFIG_UNREADABLE', { file, reason: reasonOf(error, json) });
  }
}

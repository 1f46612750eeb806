import { environmentLayer } from '../config/layers.js';
import type { Context } from '../context.js';
import { writeJson, writeNdjson } from '../output/writing.js';
import { inline } from '../render/safe-text.js';

/**
 * Says what a command has done: a document for programs, sentences on stderr for people. It asks no settings, only
 * flags and environment for the form: login and logout must work where the settings are not right yet.
 */
export async function tellDone(
  { io, flags, environment, note }: Context,
  document: object,
  sentences: readonly string[],
): Promise<void> {
  const form = flags.output ?? environmentLayer(environment).output?.value;
  if (form === 'json') return writeJson(io.stdout, document);
  if (form === 'ndjson') return writeNdjson(io.stdout, [document]);
  for (const sentence of sentences) await note(inline(sentence));
}

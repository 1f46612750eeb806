import { JobtrackError } from '../errors/index.js';
import type { OpenAnswer, Read } from './attempt.js';
import { headerValue } from './server-time.js';
import { marksItsEnd, readBody } from './transport/read-body.js';

/** What a log as text is surely not. A missing type is fine. */
const NOT_TEXT = /^(?:text\/html|application\/(?:problem\+)?json)\b/i;

/**
 * Reads a log as text, some bytes at a time. Neither limit counts while the caller has the turn: text in a pager
 * may wait for hours.
 *
 * Text has no end of its own. A body that neither marks its end by a length, by chunks or by its encoding ends
 * with BODY_CUT after its last byte, because nothing can tell it from one that was cut (reliability, H8, M7).
 */
export const readRaw: Read<AsyncIterable<Uint8Array>> = async (answer) => {
  const contentType = headerValue(answer.response.headers, 'content-type') ?? '';
  if (NOT_TEXT.test(contentType)) {
    const found = /html/i.test(contentType) ? 'a web page' : 'JSON';
    throw new JobtrackError('BODY_NOT_UNDERSTOOD', { expected: "a job's log as text", found });
  }
  answer.keep();
  return { value: readTurns(answer) };
};

async function* readTurns({
  request,
  response,
  maxBytes,
  limits,
  explain,
}: OpenAnswer): AsyncGenerator<Uint8Array> {
  const { idle, deadline } = limits;
  try {
    for await (const chunk of readBody(response, { maxBytes, onBytes: idle.restart })) {
      idle.pause();
      deadline.pause();
      yield chunk;
      idle.resume();
      deadline.resume();
    }
    if (!marksItsEnd(response)) throw new JobtrackError('BODY_CUT', { origin: request.url.origin });
  } catch (error) {
    throw explain(error);
  } finally {
    idle.end();
    deadline.end();
  }
}

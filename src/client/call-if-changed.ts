import { ASIDE_BYTES_MAX } from './aside.js';
import type { ApiRequest, Read } from './attempt.js';
import { call, type Line } from './call.js';
import type { KeptAnswer, KeptAnswers } from './kept-answers.js';
import { headerValue } from './server-time.js';
import { readSome } from './transport/read-body.js';
import type { Answer } from './types.js';

/**
 * Makes a call whose answer is kept, and asks only for what is new where one is kept already: `If-None-Match` and 304
 * (RFC 9110, 13.1.2 and 15.4.5). The body of an answer that is unchanged is the one that was kept.
 */
export async function callIfChanged<T>(
  line: Line,
  request: ApiRequest,
  read: Read<T>,
  { kept, signal }: { kept: KeptAnswers; signal: AbortSignal | undefined },
): Promise<Answer<T>> {
  const known = kept.find(request.url.href);
  const asked = known === undefined ? request : ifChanged(request, known);
  const answer = await call(line, asked, readAndKeep(read, kept, known), signal);
  return known !== undefined && answer.body === known.body
    ? { ...answer, isUnchanged: true }
    : answer;
}

/** A tag that may be sent back as it came: a header takes no other characters, and no tag needs to be longer. */
const SENDABLE = /^[\x21-\x7e]{1,256}$/;

const ifChanged = (request: ApiRequest, { tag }: KeptAnswer): ApiRequest => ({
  ...request,
  headers: { ...request.headers, 'if-none-match': tag },
  isConditional: true,
});

const readAndKeep =
  <T>(read: Read<T>, kept: KeptAnswers, known: KeptAnswer | undefined): Read<T> =>
  async (answer) => {
    const { request, response, limits } = answer;
    if (known !== undefined && response.statusCode === 304) {
      // There should be nothing to read; a connection with something left on it could not be used again.
      await readSome(response, { maxBytes: ASIDE_BYTES_MAX, onBytes: limits.idle.restart });
      return { value: known.body as T };
    }
    const result = await read(answer);
    const tag = headerValue(response.headers, 'etag') ?? '';
    const { href } = request.url;
    if (!SENDABLE.test(tag)) kept.forget(href);
    else kept.keep(href, { tag, body: result.value }, result.bytes ?? 0);
    return result;
  };

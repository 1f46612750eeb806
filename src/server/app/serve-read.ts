import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EVENTS_RELATION } from '../../contract/index.js';
import type { AppDeps } from './deps.js';
import { entityTag, isKnownTag } from './entity-tag.js';
import { holdBack } from './hold.js';
import { chooseLanguage } from './language.js';
import { type Asked, type Read, TextAnswer } from './operation.js';
import { readJobId, readQuery } from './read-request.js';
import { createRecentAnswers, type SentAnswer } from './recent-answers.js';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> | void;

/** Answers a read: with a 304 before anything is computed, where the caller has what rests on the same revision. */
export function serveRead<Question>(read: Read<Question>, deps: AppDeps): Handler {
  const recent = createRecentAnswers(() => stateOf(deps));
  const give = (asked: Asked<Question>, request: FastifyRequest, reply: FastifyReply): void => {
    const key = JSON.stringify([read.id, asked]);
    const sent = read.isLive === true ? liveAnswer(read, deps, asked) : recent.find(key);
    const tag = sent?.tag ?? entityTag(key, revisionOf(deps, asked.jobId));
    const isKnown = isKnownTag(request.headers['if-none-match'], tag);
    const answer = isKnown ? undefined : (sent?.json ?? answerOf(read, deps, asked));
    if (read.isLive !== true) {
      recent.keep(key, { tag, json: typeof answer === 'string' ? answer : sent?.json });
    }
    void reply
      .header('etag', tag)
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-cache');
    if (read.hasLink === true) void reply.header('link', EVENTS_LINK);
    send(answer, request, reply, deps);
  };
  return (request, reply) => {
    const asked = readAsked(read, request);
    const limitMs = read.hold?.limitMs(asked.question) ?? 0;
    const isDue = (): boolean => read.hold?.isDue(deps, asked) ?? true;
    if (limitMs === 0 || isDue()) return give(asked, request, reply);
    return holdBack({ jobId: asked.jobId, limitMs, isDue, request, reply }, deps).then(
      (isWanted) => {
        if (!isWanted) return void reply.hijack();
        give(asked, request, reply);
        return reply;
      },
    );
  };
}

/** Sends an answer; a 304 where there is none, because the caller has it. */
function send(
  answer: string | TextAnswer | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: AppDeps,
): void {
  if (answer === undefined) void reply.code(304).send();
  else if (typeof answer === 'string') void reply.type(JSON_TYPE).send(answer);
  else sendText(answer, request, reply, deps);
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Beside the address that was asked, so that it holds also where that is reached under another path. */
const EVENTS_LINK = `<events>; rel="${EVENTS_RELATION}"`;

/** Every answer rests on what is stored and on the clock, which is told in whole seconds. */
const stateOf = ({ answers, clock }: AppDeps): string =>
  `${answers.revision(undefined)} ${Math.floor(clock.now() / 1_000)}`;

const revisionOf = ({ answers }: AppDeps, jobId: string): string =>
  answers.revision(jobId === '' ? undefined : jobId);

/** An answer that is computed each time: its tag is its own. */
function liveAnswer<Question>(
  read: Read<Question>,
  deps: AppDeps,
  asked: Asked<Question>,
): SentAnswer {
  const json = JSON.stringify(read.answer(deps, asked));
  return { tag: entityTag(json), json };
}

function answerOf<Question>(
  read: Read<Question>,
  deps: AppDeps,
  asked: Asked<Question>,
): string | TextAnswer {
  const answer = read.answer(deps, asked);
  return answer instanceof TextAnswer ? answer : JSON.stringify(answer);
}

function readAsked<Question>(
  { path, query }: Read<Question>,
  request: FastifyRequest,
): Asked<Question> {
  const { jobId } = request.params as { jobId?: string };
  return {
    jobId: path.includes('{jobId}') ? readJobId(jobId) : '',
    question:
      query === undefined
        ? ({} as Question)
        : readQuery(query, request.query as Record<string, string | string[]>),
    language: chooseLanguage(request.headers['accept-language']),
  };
}

/**
 * A failure in the middle of a text can't be told of any more: the connection is broken, so that the text is seen to
 * be cut.
 */
function sendText(
  { pieces }: TextAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
  { onFailure }: AppDeps,
): void {
  const text = Readable.from(pieces, { objectMode: false });
  text.once('error', (failure) => onFailure(failure, request.id));
  void reply.type('text/plain; charset=utf-8').send(text);
}

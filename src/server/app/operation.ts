import type * as v from 'valibot';
import type { Query } from '../../contract/queries.js';
import type { ApiErrorCode } from '../api-error.js';
import type { AnswerLanguage } from '../ports.js';
import type { AskedAt } from '../sockets/url.js';
import type { AppDeps } from './deps.js';

/** What every operation of the server says of itself; routes, checks and the OpenAPI document come from it. */
interface Named {
  /** Unique, such as `getProgress`. */
  id: string;
  /** One sentence. */
  summary: string;
  /** Below the project's base path, with `{jobId}` where the job's id is; of a public operation the whole path. */
  path: string;
  /** Errors beside those that every operation may answer with. */
  errors: readonly ApiErrorCode[];
}

/** One that answers with a body. */
interface Described extends Named {
  /** The name of the body's schema in the document. */
  schemaName: string;
  schema: v.GenericSchema;
}

/** What a GET asks; `jobId` is empty where the path names no job. */
export interface Asked<Question> {
  jobId: string;
  question: Question;
  language: AnswerLanguage;
}

/** Text that is sent as it is made, instead of a JSON body. */
export class TextAnswer {
  readonly pieces: Iterable<string>;

  constructor(pieces: Iterable<string>) {
    this.pieces = pieces;
  }
}

/** A GET below the project's base path. It has a tag, and costs nothing while the tag is the same. */
export interface Read<Question> extends Described {
  kind: 'read';
  query?: Query<Question>;
  /** Whether it may answer with a {@link TextAnswer}. */
  hasText?: true;
  /** Of an answer that can be held back: for how long at most, in milliseconds, and whether it is worth giving now. */
  hold?: {
    limitMs(question: Question): number;
    isDue(deps: AppDeps, asked: Asked<Question>): boolean;
  };
  /** Whether it names the socket of its job's events in a `Link`. */
  hasLink?: true;
  /** Whether the answer changes without its job: then the tag comes from the answer itself. */
  isLive?: true;
  answer(deps: AppDeps, asked: Asked<Question>): object;
}

/** A POST below the project's base path. */
export interface Write<Body> extends Described {
  kind: 'write';
  requestName: string;
  /** What the document says of the body. */
  request: v.GenericSchema;
  /** What reads the body; one schema of several where it depends on the body. */
  reads(raw: unknown): v.GenericSchema<unknown, Body>;
  bodyBytesMax: number;
  statuses: readonly (200 | 201)[];
  answer(
    deps: AppDeps,
    told: { jobId: string; body: Body; askedAt: AskedAt },
  ): { status: 200 | 201; body: object };
}

/** A DELETE below the project's base path: it answers 204 when what was there is gone. */
export interface Removal extends Named {
  kind: 'removal';
  answer(deps: AppDeps, path: { jobId: string; subscriptionId: string }): void;
}

/** A GET that needs no token: what it answers is the same for everybody and holds no data. */
export interface Public extends Described {
  kind: 'public';
  hasTag: boolean;
  answer(all: readonly Operation[]): object | Promise<object>;
}

/**
 * A GET below the project's base path that opens a socket, each message of which is as the schema says. What opens it
 * is no route of the web framework: that one answers who asks without asking for a socket.
 */
export interface Opening extends Described {
  kind: 'opening';
  query: Query<unknown>;
}

export type Operation = Read<unknown> | Write<unknown> | Removal | Public | Opening;

/** Names the question's type once for schema and answer. */
export const defineRead = <Question>(read: Omit<Read<Question>, 'kind'>): Read<Question> => ({
  kind: 'read',
  ...read,
});

/** Names the body's type once for schema and answer. */
export const defineWrite = <Body>(write: Omit<Write<Body>, 'kind'>): Write<Body> => ({
  kind: 'write',
  ...write,
});

/** Where the paths of reads and writes begin. */
export const BASE_PATH = '/api/{tenantId}/{projectId}/execution';

/** The whole path of an operation, with its parameters in braces. */
export const fullPath = ({ kind, path }: Pick<Operation, 'kind' | 'path'>): string =>
  kind === 'public' ? path : `${BASE_PATH}${path}`;

export function methodOf({ kind }: Pick<Operation, 'kind'>): 'GET' | 'POST' | 'DELETE' {
  if (kind === 'removal') return 'DELETE';
  return kind === 'write' ? 'POST' : 'GET';
}

/** The address of a request without its query. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

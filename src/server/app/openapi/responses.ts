import { type ApiErrorCode, apiErrors } from '../../api-error.js';
import type { Operation } from '../operation.js';
import type { Part } from './json-schema.js';

/** The headers that an answer may have, by name; HTTP's own (`date`, `connection`, …) are not named. */
export const HEADERS: Readonly<Record<string, string>> = {
  'x-request-id': 'The id of this request, also in the log of the server.',
  'x-content-type-options': 'Always nosniff.',
  'cache-control': 'no-cache for answers with a tag, no-store for all others.',
  etag: 'The weak tag of this answer, for If-None-Match.',
  vary: 'Accept-Language, where the answer holds sentences.',
  'www-authenticate': 'Always Bearer.',
};

/** Errors of every operation. */
const EVERYWHERE: readonly ApiErrorCode[] = [
  'VALIDATION_FAILED',
  'FORBIDDEN',
  'REQUEST_TIMEOUT',
  'MISDIRECTED',
  'HEADERS_TOO_LARGE',
  'INTERNAL',
];
const WITH_TOKEN: readonly ApiErrorCode[] = ['UNAUTHENTICATED', 'NOT_FOUND', 'UNAVAILABLE'];
const WITH_BODY: readonly ApiErrorCode[] = [
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'STORAGE_FULL',
];

const BASIC = ['x-request-id', 'x-content-type-options', 'cache-control'];
const TAGGED = [...BASIC, 'etag'];

const reference = (name: string): Part => ({ $ref: `#/components/schemas/${name}` });

const headersOf = (names: readonly string[]): Part =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const json = (name: string): Part => ({ 'application/json': { schema: reference(name) } });

/** The answers of an operation by status. */
export function responsesOf(operation: Operation): Part {
  return { ...successesOf(operation), ...errorsOf(operation) };
}

function successesOf(operation: Operation): Part {
  const { kind, schemaName } = operation;
  if (kind === 'write') {
    const response = {
      description: 'It is stored.',
      headers: headersOf(BASIC),
      content: json(schemaName),
    };
    return Object.fromEntries(operation.statuses.map((status) => [status, response]));
  }
  const names = kind === 'read' ? [...TAGGED, 'vary'] : operation.hasTag ? TAGGED : BASIC;
  const text = { 'text/plain': { schema: { type: 'string' } } };
  const content = { ...json(schemaName), ...(kind === 'read' && operation.hasText ? text : {}) };
  const found = { description: 'What was asked for.', headers: headersOf(names), content };
  const known = { description: 'The caller has it already.', headers: headersOf(names) };
  return names.includes('etag') ? { 200: found, 304: known } : { 200: found };
}

function errorsOf(operation: Operation): Part {
  const codes = [
    ...EVERYWHERE,
    ...(operation.kind === 'public' ? [] : WITH_TOKEN),
    ...(operation.kind === 'write' ? WITH_BODY : []),
    ...operation.errors,
  ];
  const statuses = new Set(codes.map((code) => apiErrors[code]));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      errorResponse(
        status,
        codes.filter((code) => apiErrors[code] === status),
      ),
    ]),
  );
}

const errorResponse = (status: number, codes: readonly ApiErrorCode[]): Part => ({
  description: `${codes.join(' or ')}, as error.code says.`,
  headers: headersOf(status === 401 ? [...BASIC, 'www-authenticate'] : BASIC),
  content: json('Error'),
});

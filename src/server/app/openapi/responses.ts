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
  link: "The address of the socket of the job's events, with the relation events.",
  upgrade: 'Always websocket.',
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

/** What an error has beside the basic headers, by its status. */
const MORE: Readonly<Record<number, readonly string[]>> = {
  401: ['www-authenticate'],
  426: ['upgrade'],
};

const reference = (name: string): Part => ({ $ref: `#/components/schemas/${name}` });

const headersOf = (names: readonly string[]): Part =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const json = (name: string): Part => ({ 'application/json': { schema: reference(name) } });

/** The answers of an operation by status. */
export function responsesOf(operation: Operation): Part {
  return { ...successesOf(operation), ...errorsOf(operation) };
}

function successesOf(operation: Operation): Part {
  if (operation.kind === 'removal') {
    return { 204: { description: 'It is gone.', headers: headersOf(BASIC) } };
  }
  const { kind, schemaName } = operation;
  if (kind === 'write') {
    const response = {
      description: 'It is stored.',
      headers: headersOf(BASIC),
      content: json(schemaName),
    };
    return Object.fromEntries(operation.statuses.map((status) => [status, response]));
  }
  if (kind === 'opening') {
    const description = `The socket is open. Each of its messages is a ${schemaName}.`;
    return { 101: { description, headers: headersOf(['upgrade']) } };
  }
  const names = headersOfSuccess(operation);
  const text = { 'text/plain': { schema: { type: 'string' } } };
  const content = { ...json(schemaName), ...(kind === 'read' && operation.hasText ? text : {}) };
  const found = { description: 'What was asked for.', headers: headersOf(names), content };
  const known = { description: 'The caller has it already.', headers: headersOf(names) };
  return names.includes('etag') ? { 200: found, 304: known } : { 200: found };
}

function headersOfSuccess(operation: Extract<Operation, { kind: 'read' | 'public' }>): string[] {
  if (operation.kind === 'public') return operation.hasTag ? TAGGED : BASIC;
  return [...TAGGED, 'vary', ...(operation.hasLink === true ? ['link'] : [])];
}

function errorsOf(operation: Operation): Part {
  const codes = [
    ...EVERYWHERE,
    ...(operation.kind === 'public' ? [] : WITH_TOKEN),
    ...(['write', 'removal'].includes(operation.kind) ? WITH_BODY : []),
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
  headers: headersOf([...BASIC, ...(MORE[status] ?? [])]),
  content: json('Error'),
});

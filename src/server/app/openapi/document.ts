import { ErrorBodySchema } from '../../../contract/error-body.js';
import { fullPath, methodOf, type Operation } from '../operation.js';
import { jsonSchema, type Part } from './json-schema.js';
import { parametersOf } from './parameters.js';
import { HEADERS, responsesOf } from './responses.js';

/** The version of the API: additions raise the second number, anything else the first. */
const API_VERSION = '1.0.0';

const DESCRIPTION = [
  'Tells how long-running jobs are doing, and takes the reports of whatever runs them.',
  'Every request below /api needs the bearer token of the server. Words such as statuses and levels are answered in',
  'one spelling and taken in several. What is not known is left out of an answer.',
].join(' ');

/** What the server can be asked, as an OpenAPI 3.1 document, made from the same schemas that check its requests. */
export function openApiDocument(operations: readonly Operation[]): Part {
  return {
    openapi: '3.1.0',
    info: { title: 'jobtrack', version: API_VERSION, description: DESCRIPTION },
    paths: pathsOf(operations),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      headers: headers(),
      schemas: schemasOf(operations),
    },
  };
}

/** No two operations share a path. */
const pathsOf = (operations: readonly Operation[]): Part =>
  Object.fromEntries(
    operations.map((one) => [fullPath(one), { [methodOf(one).toLowerCase()]: describe(one) }]),
  );

const describe = (operation: Operation): Part => ({
  operationId: operation.id,
  summary: operation.summary,
  security: operation.kind === 'public' ? [] : [{ token: [] }],
  parameters: parametersOf(operation),
  ...(operation.kind === 'write' ? { requestBody: requestBodyOf(operation.requestName) } : {}),
  responses: responsesOf(operation),
});

const requestBodyOf = (name: string): Part => ({
  required: true,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});

const headers = (): Part =>
  Object.fromEntries(
    Object.entries(HEADERS).map(([name, description]) => [
      name,
      { description, schema: { type: 'string' } },
    ]),
  );

function schemasOf(operations: readonly Operation[]): Part {
  const pairs = operations.flatMap((operation) => [
    ...(operation.kind === 'write'
      ? [[operation.requestName, jsonSchema(operation.request, 'input')]]
      : []),
    ...('schema' in operation
      ? [[operation.schemaName, jsonSchema(operation.schema, 'output')]]
      : []),
  ]);
  return Object.fromEntries([['Error', jsonSchema(ErrorBodySchema, 'output')], ...pairs]) as Part;
}

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Described {
  headers?: Record<string, unknown>;
  content?: Record<string, { schema: object }>;
}

interface OperationPart {
  operationId: string;
  parameters: { name: string; in: string; schema: object }[];
  requestBody?: Described;
  responses: Record<string, Described>;
}

/** As much of an OpenAPI 3.1 document as is checked. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, OperationPart>>;
  components: { schemas: Record<string, object> };
}

/** A request and its answer, as they went over the wire. Header names are in lower case. */
interface Exchange {
  method: string;
  /** The path with its query. */
  url: string;
  requestBody?: unknown;
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: string;
}

export interface OpenApiChecker {
  /** What of an exchange the document does not say; empty when the document is right. */
  check(exchange: Exchange): string[];
  /** The ids of all operations, and of those that were answered with a success. */
  all: readonly string[];
  hit: ReadonlySet<string>;
}

/** Headers that belong to HTTP itself and are in no document. */
const OF_HTTP = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'sec-websocket-accept',
  'sec-websocket-version',
  'transfer-encoding',
]);

/**
 * Checks what a server says against what its OpenAPI document says it says: no status, header, content type or field
 * that is not in the document, and no value of another type. Objects whose fields are named are closed for this;
 * open maps stay open.
 */
export function createOpenApiChecker(document: OpenApiDocument): OpenApiChecker {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'doc', ...(closed(document) as OpenApiDocument) });
  const validators = new Map<object, ValidateFunction>();
  const validatorOf = (schema: object): ValidateFunction => {
    const known = validators.get(schema) ?? ajv.compile(absolute(schema));
    validators.set(schema, known);
    return known;
  };
  const hit = new Set<string>();
  return {
    hit,
    all: Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .map(({ operationId }) => operationId),
    check: (exchange) => {
      const operation = find(document, exchange);
      if (operation === undefined) return [`${exchange.method} ${exchange.url} is not documented`];
      const response = operation.responses[exchange.status];
      if (response === undefined) {
        return [`${operation.operationId} may not answer ${exchange.status}: ${exchange.body}`];
      }
      if (exchange.status < 400) hit.add(operation.operationId);
      const found = [
        ...headerProblems(response, exchange),
        ...bodyProblems(response, exchange, validatorOf),
        ...requestProblems(operation, exchange, validatorOf),
      ];
      return found.map((problem) => `${operation.operationId} ${exchange.status}: ${problem}`);
    },
  };
}

function find(document: OpenApiDocument, { method, url }: Exchange): OperationPart | undefined {
  const path = url.split('?', 1)[0] ?? '';
  const template = Object.keys(document.paths).find((one) =>
    new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return document.paths[template ?? '']?.[method.toLowerCase()];
}

function headerProblems(response: Described, { headers }: Exchange): string[] {
  const documented = Object.keys(response.headers ?? {});
  const extra = Object.keys(headers).filter(
    (name) => !OF_HTTP.has(name) && !documented.includes(name),
  );
  const missing = documented.filter((name) => headers[name] === undefined);
  return [
    ...extra.map((name) => `the header ${name} is not documented`),
    ...missing.map((name) => `the header ${name} is documented and not there`),
  ];
}

function bodyProblems(
  response: Described,
  { headers, body }: Exchange,
  validatorOf: (schema: object) => ValidateFunction,
): string[] {
  const type = String(headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  if (response.content === undefined) return body === '' ? [] : ['a body is not documented'];
  const content = response.content[type];
  if (content === undefined) return [`the content type "${type}" is not documented`];
  return problemsOf(
    validatorOf(content.schema),
    type === 'application/json' ? JSON.parse(body) : body,
  );
}

/** A request that was taken has to be one that the document allows. */
function requestProblems(
  operation: OperationPart,
  { status, requestBody, url }: Exchange,
  validatorOf: (schema: object) => ValidateFunction,
): string[] {
  if (status >= 400) return [];
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  const ofBody = schema === undefined ? [] : problemsOf(validatorOf(schema), requestBody);
  const known = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const asked = [...new URL(url, 'http://localhost').searchParams.keys()];
  const unknown = asked.filter((name) => !known.includes(name));
  return [
    ...ofBody.map((problem) => `request ${problem}`),
    ...unknown.map((name) => `the parameter ${name} is not documented`),
  ];
}

const problemsOf = (validate: ValidateFunction, value: unknown): string[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${instancePath} ${message} ${JSON.stringify(params)}`,
      );

/** References of a document that is known under the name `doc`. */
function absolute(schema: object): object {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"doc#/');
  return closed(JSON.parse(text)) as object;
}

/** A copy in which objects have no fields but those that are named. */
export function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  const names = copy['properties'];
  const isClosed =
    copy['type'] === 'object' && typeof names === 'object' && Object.keys(names ?? {}).length > 0;
  return isClosed ? { ...copy, additionalProperties: false } : copy;
}

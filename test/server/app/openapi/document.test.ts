import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../../../src/server/app/openapi/document.js';
import { operations } from '../../../../src/server/routes/operations.js';

interface Parameter {
  name: string;
  in: string;
  description?: string;
  schema: object;
}

interface Operation {
  operationId: string;
  summary: string;
  security: object[];
  parameters: Parameter[];
  responses: Record<string, { description?: string }>;
}

const document = openApiDocument(operations);
const paths = document['paths'] as Record<string, Record<string, Operation>>;

const find = (path: string): Operation => {
  const [operation] = Object.values(paths[path] ?? {});
  if (operation === undefined) throw new Error(`there is no ${path}`);
  return operation;
};

const base = '/api/{tenantId}/{projectId}/execution';

describe('the OpenAPI document', () => {
  test('has every operation', () => {
    const found = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => `${operationId}: ${method} ${path}`,
      ),
    );
    expect(found).toEqual([
      `getLogs: get ${base}/job/{jobId}/logs`,
      `getProgress: get ${base}/job/{jobId}/progress`,
      `getTimeline: get ${base}/job/{jobId}/timeline`,
      `getMetrics: get ${base}/job/{jobId}/metrics`,
      `getBatch: get ${base}/tracking/batch`,
      `getDependencies: get ${base}/job/{jobId}/dependencies`,
      `subscribe: post ${base}/job/{jobId}/subscribe`,
      `getSubscriptions: get ${base}/job/{jobId}/subscriptions`,
      `unsubscribe: delete ${base}/job/{jobId}/subscriptions/{subscriptionId}`,
      `openEvents: get ${base}/job/{jobId}/events`,
      `registerJob: post ${base}/jobs`,
      `report: post ${base}/job/{jobId}/reports`,
      'getHealth: get /healthz',
      'getOpenApi: get /openapi.json',
    ]);
  });

  test('refers to nothing that is not in it', () => {
    const missing: string[] = [];
    JSON.parse(JSON.stringify(document), (key, value) => {
      if (key !== '$ref') return value;
      const parts = String(value).replace('#/', '').split('/');
      const target = parts.reduce<unknown>(
        (part, name) => (part as Record<string, unknown> | undefined)?.[name],
        document,
      );
      if (target === undefined) missing.push(String(value));
      return value;
    });
    expect(missing).toEqual([]);
  });

  test('describes every parameter and every answer', () => {
    const all = Object.values(paths).flatMap((methods) => Object.values(methods));
    const silent = all.flatMap(({ operationId, parameters, responses }) => [
      ...parameters
        .filter(({ description }) => !description)
        .map(({ name }) => `${operationId} ${name}`),
      ...Object.entries(responses)
        .filter(([, { description }]) => !description)
        .map(([status]) => `${operationId} ${status}`),
    ]);
    expect(silent).toEqual([]);
  });

  test('says what is allowed, from the schemas that check it', () => {
    const schemas = Object.fromEntries(
      find(`${base}/job/{jobId}/logs`).parameters.map(({ name, schema }) => [name, schema]),
    );
    expect(schemas).toMatchObject({
      level: { type: 'string', enum: ['DEBUG', 'INFO', 'WARN', 'ERROR'] },
      fromTime: { type: 'string', format: 'date-time' },
      limit: { type: 'integer', minimum: 1, maximum: 10_000 },
      format: { enum: ['structured', 'raw'] },
    });
  });

  test('asks for the token everywhere but where it is not needed', () => {
    const open = Object.entries(paths).filter(([path]) => find(path).security.length === 0);
    expect(open.map(([path]) => path)).toEqual(['/healthz', '/openapi.json']);
  });

  test('lists the statuses of a report', () => {
    expect(Object.keys(find(`${base}/job/{jobId}/reports`).responses)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '408',
      '409',
      '413',
      '415',
      '421',
      '431',
      '500',
      '503',
      '507',
    ]);
  });
});

import type { FastifyInstance } from 'fastify';
import { createOpenApiChecker, type OpenApiChecker } from '../helpers/openapi-checker.js';
import { headers } from './app/fake-app.js';
import { askOverHttp, type HttpAnswer, listen } from './over-http.js';

/** A request of a session. */
export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** A body that is no JSON. */
  text?: string;
}

/** Requests over the wire, each answer of which is checked against the server's own OpenAPI document. */
export interface Session {
  /** Asks over the wire, and notes what of the answer the document does not say. */
  ask(path: string, asked?: Asked): Promise<HttpAnswer>;
  checker: OpenApiChecker;
  violations: string[];
  /** How many answers there were of each status. */
  statuses: Map<number, number>;
}

/** Listens, and reads the document that everything else is checked against. */
export async function openSession(app: FastifyInstance): Promise<Session> {
  const { url, port } = await listen(app);
  const host = `localhost:${port}`;
  const { body } = await askOverHttp(`${url}/openapi.json`);
  const checker = createOpenApiChecker(JSON.parse(body));
  const violations: string[] = [];
  const statuses = new Map<number, number>();
  return {
    checker,
    violations,
    statuses,
    ask: async (path, { method = 'GET', headers: more, body, text } = {}) => {
      const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
      const type = sent === undefined ? undefined : { 'content-type': 'application/json' };
      const answer = await askOverHttp(`${url}${path}`, {
        method,
        headers: { ...headers, host, ...type, ...more },
        ...(sent === undefined ? {} : { body: sent }),
      });
      violations.push(...checker.check({ method, url: path, requestBody: body, ...answer }));
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      return answer;
    },
  };
}

import type * as v from 'valibot';
import type { Read } from './attempt.js';
import { checkBody, type Expected } from './check-body.js';
import { unwrapEnvelope } from './envelope.js';
import { parseBody } from './parse-body.js';
import { headerValue } from './server-time.js';
import { readAll } from './transport/read-body.js';

/** Reads the JSON of an endpoint: whole, out of its envelope, checked, and otherwise as it came. */
export const readJson =
  <Schema extends v.GenericSchema>(endpoint: Expected<Schema>): Read<v.InferOutput<Schema>> =>
  async ({ request, response, maxBytes, limits }) => {
    const { text, bytes } = await readAll(response, { maxBytes, onBytes: limits.idle.restart });
    const { redact, url } = request;
    const contentType = headerValue(response.headers, 'content-type');
    const parsed = parseBody({
      text,
      contentType,
      expected: endpoint.describes,
      origin: url.origin,
      redact,
    });
    return { value: checkBody(unwrapEnvelope(parsed, endpoint.landmark), endpoint, redact), bytes };
  };

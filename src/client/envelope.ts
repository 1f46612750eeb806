/**
 * The body inside `{"data": …, "metadata": …, "pagination": …}`, in which some deployments wrap a success.
 * It is unwrapped only when the key that marks the endpoint's body is missing outside and present inside:
 * a body may well have a field named `data` of its own.
 */
export function unwrapEnvelope(body: unknown, landmark: string): unknown {
  if (!isObject(body) || Object.hasOwn(body, landmark)) return body;
  const inner = body['data'];
  return isObject(inner) && Object.hasOwn(inner, landmark) ? inner : body;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

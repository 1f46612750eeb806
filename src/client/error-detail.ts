import { isHtmlPage, oneLine, pageTitle } from './html-page.js';

/** What the body of an error says. */
export interface ErrorDetail {
  /** One sentence in the server's own words. */
  detail?: string;
  requestId?: string;
  /** A web page comes from something in front of the API, not from the API. */
  isPage?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields that hold a sentence, the most general first: RFC 9457, OAuth, Spring and everybody's own. */
const SENTENCES = ['title', 'error', 'message', 'error_description', 'detail', 'details'];

const REQUEST_IDS = ['requestId', 'request_id', 'correlationId', 'traceId'];

/**
 * What the body of an error says, in every form met in the field: `{"error": {"code", "message", …}}`,
 * `{"error": "text", …}`, RFC 9457, lists of errors, plain text, a web page, nothing.
 */
export function readErrorDetail(text: string, contentType: string | undefined): ErrorDetail {
  if (isHtmlPage(text, contentType)) {
    const title = pageTitle(text);
    return { isPage: true, ...(title === undefined ? {} : { detail: title }) };
  }
  const body = parseJson(text);
  if (body === undefined) return sentence(oneLine(text));
  if (!isFields(body)) return sentence(asText(body));
  const requestId = findRequestId(body);
  return { ...sentence(describe(body)), ...(requestId === undefined ? {} : { requestId }) };
}

const sentence = (detail: string): ErrorDetail => (detail === '' ? {} : { detail });

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The sentences of a body, from general to particular, each once. A code stands in where there is none. */
function describe(body: Fields): string {
  const inner = isFields(body['error']) ? body['error'] : body;
  const found = SENTENCES.map((name) => asText(inner[name])).filter((text) => text !== '');
  const errors = asText(inner['errors']);
  const sentences = [...new Set(errors === '' ? found : [...found, errors])];
  return sentences.length > 0 ? sentences.join(': ') : asText(inner['code']);
}

/** Any value in one line; of a list of errors, what each says. */
function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join('; ');
  if (isFields(value) && typeof value['message'] === 'string') return oneLine(value['message']);
  const text = JSON.stringify(value);
  return text === '{}' ? '' : text;
}

function findRequestId(body: Fields): string | undefined {
  const places = [body['error'], body['metadata'], body].filter(isFields);
  const ids = places.flatMap((place) => REQUEST_IDS.map((name) => place[name]));
  return ids.find((id): id is string => typeof id === 'string' && id !== '');
}

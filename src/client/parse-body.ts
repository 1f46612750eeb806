import { JobtrackError } from '../errors/index.js';
import { isHtmlPage, pageTitle } from './html-page.js';
import type { Redact } from './redact.js';

const TITLE_CHARS_MAX = 100;

/** What follows a body into its depth, such as `JSON.stringify`, runs out of stack somewhere beyond a thousand levels. */
const LEVELS_MAX = 200;

/** The text of a body, and what is known of it. */
export interface BodyText {
  text: string;
  contentType: string | undefined;
  /** What the body should be, for the error that says that it is something else. */
  expected: string;
  origin: string;
  redact: Redact;
}

/**
 * A body's text as JSON. Throws BODY_CUT for JSON that ends too early (a connection that marks no end may lose
 * the rest without a sign), and BODY_NOT_UNDERSTOOD for anything else, JSON of an absurd depth included.
 */
export function parseBody({ text, contentType, expected, origin, redact }: BodyText): unknown {
  const parsed = parseJson(text);
  if (parsed !== undefined) {
    if (isDeeper(parsed.value, LEVELS_MAX)) {
      const found = `values within values, more than ${LEVELS_MAX} levels deep`;
      throw new JobtrackError('BODY_NOT_UNDERSTOOD', { expected, found });
    }
    return parsed.value;
  }
  // The parser's own error is no cause to keep: it quotes the body, which may quote the token.
  if (isUnfinishedJson(text)) throw new JobtrackError('BODY_CUT', { origin });
  const found = describeText(text, contentType, redact);
  throw new JobtrackError('BODY_NOT_UNDERSTOOD', { expected, found });
}

/** What a text says as JSON, in a box; `undefined` for a text that is none. */
function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch {
    return undefined;
  }
}

/** Whether lists and objects lie in one another for more than `levels` levels. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  // No list is made of each object's values: a page of a log has ten thousand objects.
  const children = value as Record<string, unknown>;
  for (const key in children) if (isDeeper(children[key], levels - 1)) return true;
  return false;
}

/** What a body that is no JSON is, in a few words. */
function describeText(text: string, contentType: string | undefined, redact: Redact): string {
  if (isHtmlPage(text, contentType)) {
    const title = pageTitle(text);
    return title === undefined
      ? 'a web page'
      : `a web page titled "${redact(title).slice(0, TITLE_CHARS_MAX)}"`;
  }
  return text.trim() === '' ? 'an empty body' : 'text that is not JSON';
}

const DEPTH: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** Whether `text` begins as an object or a list and ends inside of it. */
function isUnfinishedJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') inString = !inString;
    else if (inString) at += char === '\\' ? 1 : 0;
    else depth += DEPTH[char] ?? 0;
  }
  return inString || depth > 0;
}

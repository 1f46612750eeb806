import { JobtrackError } from '../errors/index.js';
import { isHtmlPage, oneLine, pageTitle } from './html-page.js';
import type { Redact } from './redact.js';

const TITLE_CHARS_MAX = 100;

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
 * the rest without a sign), and BODY_NOT_UNDERSTOOD for anything else.
 */
export function parseBody({ text, contentType, expected, origin, redact }: BodyText): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    // The parser's own error is no cause to keep: it quotes the body, which may quote the token.
    if (isUnfinishedJson(text)) throw new JobtrackError('BODY_CUT', { origin });
    const found = describeText(redact(text), contentType);
    throw new JobtrackError('BODY_NOT_UNDERSTOOD', { expected, found });
  }
}

/** What a body that is no JSON is, in a few words. */
function describeText(text: string, contentType: string | undefined): string {
  if (isHtmlPage(text, contentType)) {
    const title = pageTitle(text)?.slice(0, TITLE_CHARS_MAX);
    return title === undefined ? 'a web page' : `a web page titled "${title}"`;
  }
  return oneLine(text) === '' ? 'an empty body' : 'text that is not JSON';
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

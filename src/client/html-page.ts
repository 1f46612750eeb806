const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** A page has its title at its beginning, and it may be as long as the largest body. */
const LOOKED_AT_CHARS = 65_536;

// Every part is bounded: a page of nothing but "<title" would else take the square of its length.
const TITLE = /<title[^>]{0,200}>([^<]{0,1000})<\/title/i;
const HEADING = /<h1[^>]{0,200}>([^<]{0,1000})<\/h1/i;

/** Whether a body is a web page, by what its headers say or how it begins. */
export const isHtmlPage = (text: string, contentType: string | undefined): boolean =>
  /^\s*(?:<!doctype html|<html)/i.test(text) || /^text\/html\b|xhtml/i.test(contentType ?? '');

/** The title of a web page, or its first heading, in one line; `undefined` when it has neither. */
export function pageTitle(html: string): string | undefined {
  const start = html.slice(0, LOOKED_AT_CHARS);
  const title = TITLE.exec(start)?.[1] || HEADING.exec(start)?.[1];
  const text = oneLine(
    (title ?? '').replace(/&(#39|\w+);/g, (entity, name) => ENTITIES[name] ?? entity),
  );
  return text === '' ? undefined : text;
}

/** A text without line breaks and with single spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

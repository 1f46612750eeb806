const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** Whether a body is a web page, by what its headers say or how it begins. */
export const isHtmlPage = (text: string, contentType: string | undefined): boolean =>
  /^\s*(?:<!doctype html|<html)/i.test(text) || /^text\/html\b|xhtml/i.test(contentType ?? '');

/** The title of a web page, or its first heading, in one line; `undefined` when it has neither. */
export function pageTitle(html: string): string | undefined {
  const title =
    /<title[^>]*>([^<]*)<\/title/i.exec(html)?.[1] || /<h1[^>]*>([^<]*)<\/h1/i.exec(html)?.[1];
  const text = oneLine(
    (title ?? '').replace(/&(#39|\w+);/g, (entity, name) => ENTITIES[name] ?? entity),
  );
  return text === '' ? undefined : text;
}

/** A text without line breaks and with single spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

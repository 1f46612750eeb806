import { hash } from 'node:crypto';

/**
 * The weak tag of an answer, from everything that decides what it says. Weak, because the same tag may come with
 * another elapsed time (RFC 9110, section 8.8.1).
 */
export function entityTag(...parts: readonly string[]): string {
  return `W/"${hash('sha1', JSON.stringify(parts), 'base64url')}"`;
}

/** Each tag of a list, or the star that stands for any; quoted text may hold commas. */
const TAGS = /\*|(?:W\/)?"[^"]*"/g;

/** Whether an `If-None-Match` header means that the caller has this answer (RFC 9110, section 13.1.2). */
export function isKnownTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = tag.replace(/^W\//, '');
  return (ifNoneMatch.match(TAGS) ?? []).some(
    (known) => known === '*' || known.replace(/^W\//, '') === opaque,
  );
}

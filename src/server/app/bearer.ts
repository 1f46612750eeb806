import { timingSafeEqual } from 'node:crypto';

/**
 * A check of `Authorization` headers for this token. How long it takes says nothing of how much of a wrong token is
 * right; that its length is wrong may be seen.
 */
export function createBearerCheck(token: string): (header: string | undefined) => boolean {
  const expected = Buffer.from(token);
  return (header) => {
    const [, found] = /^Bearer +(\S+) *$/i.exec(header ?? '') ?? [];
    if (found === undefined) return false;
    const bytes = Buffer.from(found);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  };
}

import { createHash } from 'node:crypto';

/** A short stand-in for a long text, to compare it with others: 96 bits of its SHA-256. */
export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16);

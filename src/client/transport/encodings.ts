import type { Transform } from 'node:stream';
import { JobtrackError } from '../../errors/index.js';

/** What is asked for. More may be read: zstd where this Node can. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

/** More than two on top of each other serve nobody but an attacker (CVE-2026-22036). */
const ENCODINGS_MAX = 2;

/** How each encoding is undone. The module is loaded for a body that has one, which takes a millisecond. */
async function loadDecoders(): Promise<Readonly<Record<string, (() => Transform) | undefined>>> {
  const zlib = await import('node:zlib');
  // Node has zstd since 22.15, which its types for version 20 do not know.
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Transform };
  return {
    gzip: zlib.createGunzip,
    'x-gzip': zlib.createGunzip,
    deflate: zlib.createInflate,
    br: zlib.createBrotliDecompress,
    zstd: createZstdDecompress,
  };
}

/** The encodings of a body, in the order they were applied (RFC 9110, 8.4); identity is none. */
export function readEncodings(header: string | string[] | undefined): string[] {
  return String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
}

/** A name that is longer than any encoding's is no name, and not shown. */
const shown = (name: string): string => (name.length <= 20 ? name : '…');

/** What undoes these encodings, in the order to apply. Throws BODY_NOT_UNDERSTOOD for one that is not known. */
export async function createDecoders(encodings: readonly string[]): Promise<Transform[]> {
  if (encodings.length === 0) return [];
  const decoders = await loadDecoders();
  const makers = encodings.map((name) =>
    Object.hasOwn(decoders, name) ? decoders[name] : undefined,
  );
  if (makers.length > ENCODINGS_MAX || makers.includes(undefined)) {
    throw new JobtrackError('BODY_NOT_UNDERSTOOD', {
      expected: `a body in ${ACCEPT_ENCODING}`,
      found: `the encoding ${encodings.map(shown).join(', ')}`,
    });
  }
  return makers.reverse().flatMap((make) => (make === undefined ? [] : [make()]));
}

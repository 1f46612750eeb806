import { pipeline, type Readable, type Transform } from 'node:stream';
import { JobtrackError } from '../../errors/index.js';
import { createDecoders, readEncodings } from './encodings.js';
import type { WireResponse } from './exchange.js';

/** How much of a body is read, and who is told. */
export interface ReadLimits {
  /** Decoded bytes; one more is BODY_TOO_LARGE. */
  maxBytes: number;
  /** Told of everything that arrives, before it is decoded. */
  onBytes: () => void;
}

/**
 * The decoded body, some at a time. It is always read to its end or cancelled, however the loop over it ends.
 * Throws BODY_TOO_LARGE, BODY_NOT_UNDERSTOOD for an unknown encoding, or the stream's own error.
 */
export async function* readBody(
  response: WireResponse,
  { maxBytes, onBytes }: ReadLimits,
): AsyncGenerator<Uint8Array> {
  const { body, headers } = response;
  try {
    const encodings = readEncodings(headers['content-encoding']);
    if (encodings.length === 0) failIfTooLarge(Number(headers['content-length'] ?? 0), maxBytes);
    let size = 0;
    for await (const chunk of decode(heard(body, onBytes), await createDecoders(encodings))) {
      size += chunk.byteLength;
      failIfTooLarge(size, maxBytes);
      yield chunk;
    }
  } finally {
    body.destroy();
  }
}

/** The first `maxBytes` of a body, as text; empty where it can't be read. What comes after is cancelled. */
export async function readSome(response: WireResponse, limits: ReadLimits): Promise<string> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of readBody(response, limits)) chunks.push(chunk);
  } catch {
    // The status is what matters; a part of the explanation is better than none.
  }
  return toText(chunks);
}

/** The whole body as text, and its decoded size. */
export async function readAll(
  response: WireResponse,
  limits: ReadLimits,
): Promise<{ text: string; bytes: number }> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBody(response, limits)) chunks.push(chunk);
  return { text: toText(chunks), bytes: chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0) };
}

/**
 * Whether the end of this answer says of itself that it is the end: by a length, by chunks, or by an encoding
 * with an end mark. A body that ends with its connection may have lost its last part without a sign.
 */
export function marksItsEnd({ headers }: Pick<WireResponse, 'headers'>): boolean {
  return (
    headers['content-length'] !== undefined ||
    headers['transfer-encoding'] !== undefined ||
    readEncodings(headers['content-encoding']).length > 0
  );
}

const toText = (chunks: readonly Uint8Array[]): string =>
  new TextDecoder().decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));

function failIfTooLarge(bytes: number, limitBytes: number): void {
  if (bytes > limitBytes) throw new JobtrackError('BODY_TOO_LARGE', { limitBytes });
}

async function* heard(body: Readable, onBytes: () => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    onBytes();
    yield chunk;
  }
}

function decode(
  chunks: AsyncIterable<Uint8Array>,
  decoders: readonly Transform[],
): AsyncIterable<Uint8Array> {
  const last = decoders.at(-1);
  if (last === undefined) return chunks;
  // The callback has nothing to do: every error also ends the last stream, which is the one that is read.
  pipeline([chunks, ...decoders] as unknown as readonly NodeJS.ReadWriteStream[], () => {});
  return last;
}

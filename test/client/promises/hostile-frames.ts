import { deflateRawSync } from 'node:zlib';

/** Numbers from 0 up to, not including, 1: the same ones for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One frame as RFC 6455, section 5.2, has it; `length` may say something else than is so. */
function frame(
  first: number,
  payload: Buffer,
  { isMasked = false, length = payload.length as number | bigint } = {},
): Buffer {
  const mask = isMasked ? 0x80 : 0;
  const head =
    length < 126
      ? Buffer.from([first, mask | Number(length)])
      : Buffer.concat([Buffer.from([first, mask | 127]), bigEndian(BigInt(length))]);
  return Buffer.concat([head, ...(isMasked ? [Buffer.alloc(4)] : []), payload]);
}

function bigEndian(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value & 0xffffffffffffffffn);
  return bytes;
}

const event = JSON.stringify({
  id: 'a',
  type: 'progressUpdate',
  jobId: 'b',
  timestamp: '2024-01-20T10:00:00Z',
  sequence: 1,
  data: { stageName: 'Load', progress: 1.5 },
});

/** Texts that are events, nearly events, and none. */
const texts: readonly string[] = [
  event,
  event.replace('"a"', 'null').replace('1}', '-1e999}'),
  event.replace('{"stageName"', '{"__proto__":{"x":1},"stageName"'),
  event.replace('"Load"', '[{"a":[]}]').replace('1.5', '"1e400"'),
  event.replace('"2024-01-20T10:00:00Z"', '7'),
  `{"type":"x","timestamp":"","data":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  '[]',
  'null',
  '{',
  '',
  '\u0000\u2028\ud800',
];

/** Sequences of frames, each of which is somebody's attack or nearly right. */
const attacks: readonly ((isMasked: boolean) => Buffer)[] = [
  ...texts.map((text) => (isMasked: boolean) => frame(0x81, Buffer.from(text), { isMasked })),
  (isMasked) =>
    Buffer.concat([
      frame(0x01, Buffer.from(event), { isMasked }),
      frame(0x80, Buffer.alloc(0), { isMasked }),
    ]),
  // CVE-2026-1528: lengths of 64 bits.
  (isMasked) => frame(0x81, Buffer.from('x'), { isMasked, length: 2n ** 63n }),
  (isMasked) => frame(0x81, Buffer.from('x'), { isMasked, length: 2n ** 53n }),
  (isMasked) => frame(0x82, Buffer.from('x'), { isMasked, length: 0xffffffffffffffffn }),
  // CVE-2026-12151: no end of continuations.
  (isMasked) =>
    Buffer.concat([
      frame(0x01, Buffer.alloc(0), { isMasked }),
      ...Array.from({ length: 20_000 }, () => frame(0x00, Buffer.alloc(0), { isMasked })),
    ]),
  // CVE-2026-1526: a bomb in an extension that nobody agreed to.
  (isMasked) => frame(0xc1, deflateRawSync(Buffer.alloc(4_000_000)), { isMasked }),
  (isMasked) => frame(0x81, Buffer.alloc(1_048_577, 'x'), { isMasked }),
  (isMasked) => frame(0x89, Buffer.alloc(125), { isMasked }),
  (isMasked) =>
    Buffer.concat(
      Array.from({ length: 2_000 }, () => frame(0x89, Buffer.alloc(100), { isMasked })),
    ),
  (isMasked) => frame(0x89, Buffer.alloc(300), { isMasked }),
  (isMasked) => frame(0x09, Buffer.alloc(3), { isMasked }),
  (isMasked) => frame(0x88, Buffer.from([3, 232, 0xff, 0xfe]), { isMasked }),
  (isMasked) => frame(0x88, Buffer.from([0]), { isMasked }),
  (isMasked) => frame(0x88, Buffer.from([0xff, 0xff]), { isMasked }),
  (isMasked) => frame(0x88, Buffer.from([3, 240, 0x67, 0x6f, 0x6e, 0x65]), { isMasked }),
  (isMasked) => frame(0x8f, Buffer.from('x'), { isMasked }),
  (isMasked) => frame(0x83, Buffer.from('x'), { isMasked }),
  (isMasked) => frame(0xf1, Buffer.from('x'), { isMasked }),
  (isMasked) => frame(0x81, Buffer.from([0xc3, 0x28]), { isMasked }),
  (isMasked) => frame(0x81, Buffer.from(event), { isMasked: !isMasked }),
];

/** Made once: some take longer to make than to be refused. */
const made = {
  client: attacks.map((make) => make(true)),
  server: attacks.map((make) => make(false)),
};

/** One to three of them, as one of the two sides sends frames. */
export function frames(random: () => number, from: 'client' | 'server'): Buffer {
  const choice = made[from];
  const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    return choice[Math.floor(random() * choice.length)] ?? Buffer.alloc(0);
  });
  return Buffer.concat(parts);
}

/** Bytes with some of them changed, left out, put in or cut off; now and then just as they are. */
export function mutate(bytes: Buffer, random: () => number): Buffer {
  let changed = bytes;
  for (let left = Math.floor(random() * 4); left > 0; left -= 1) {
    // The beginning of a frame says what it is.
    const at = Math.floor(random() ** 3 * changed.length);
    const byte = Buffer.from([Math.floor(random() * 256)]);
    const [head, tail] = [changed.subarray(0, at), changed.subarray(at)];
    const kinds = [
      () => Buffer.concat([head, byte, tail.subarray(1)]),
      () => Buffer.concat([head, tail.subarray(1)]),
      () => Buffer.concat([head, byte, tail]),
      () => head,
    ];
    changed = kinds[Math.floor(random() * kinds.length)]?.() ?? changed;
  }
  return changed;
}

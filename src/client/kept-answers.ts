/** An answer that may still be the right one. */
export interface KeptAnswer {
  /** The server's ETag, as it came. */
  tag: string;
  body: unknown;
}

/** The last answers to questions that are asked again and again, by address. */
export interface KeptAnswers {
  find(address: string): KeptAnswer | undefined;
  /** Keeps an answer of so many bytes, unless it is too large, in the place of an earlier one. */
  keep(address: string, answer: KeptAnswer, bytes: number): void;
  forget(address: string): void;
}

/** The most answers, and the most bytes of JSON that they may have come in. */
const ANSWERS_MAX = 32;
const BYTES_MAX = 4_194_304;

/** Keeps what was used last, within both limits. */
export function createKeptAnswers(): KeptAnswers {
  const kept = new Map<string, { answer: KeptAnswer; bytes: number }>();
  let keptBytes = 0;
  const forget = (address: string): void => {
    keptBytes -= kept.get(address)?.bytes ?? 0;
    kept.delete(address);
  };
  const makeRoom = (): void => {
    for (const address of kept.keys()) {
      if (kept.size <= ANSWERS_MAX && keptBytes <= BYTES_MAX) return;
      forget(address);
    }
  };
  return {
    find: (address) => {
      const found = kept.get(address);
      if (found === undefined) return undefined;
      // A map tells its keys in the order of their arrival: this one arrives again.
      kept.delete(address);
      kept.set(address, found);
      return found.answer;
    },
    keep: (address, answer, bytes) => {
      forget(address);
      if (bytes > BYTES_MAX) return;
      kept.set(address, { answer, bytes });
      keptBytes += bytes;
      makeRoom();
    },
    forget,
  };
}

/** Messages that have come and were not read yet. */
export interface MessageQueue {
  push(text: string): void;
  /** The next message; `undefined` once the queue was ended and all before were read. Rejects as {@link end} says. */
  next(): Promise<string | undefined>;
  /** No more will come. With an error, what has not been read is lost. */
  end(failure?: { error: unknown }): void;
}

/** Where the flow of messages is held and let go on. */
export interface Flow {
  pause(): void;
  resume(): void;
}

/** The flow is held when so much waits, and goes on when half of it was read. */
const MESSAGES_MAX = 256;
const CHARS_MAX = 1024 * 1024;

interface Reader {
  resolve(text: string | undefined): void;
  reject(error: unknown): void;
}

/** A queue for one reader that slows its source down instead of growing. */
export function createMessageQueue(flow: Flow): MessageQueue {
  const waiting: string[] = [];
  let chars = 0;
  let isHeld = false;
  let ended: { failure?: { error: unknown } } | undefined;
  let reader: Reader | undefined;

  const fill = (): number => Math.max(waiting.length / MESSAGES_MAX, chars / CHARS_MAX);
  const steer = (): void => {
    if (!isHeld && fill() >= 1) {
      isHeld = true;
      flow.pause();
    } else if (isHeld && fill() <= 0.5) {
      isHeld = false;
      flow.resume();
    }
  };
  const take = (): string | undefined => {
    const text = waiting.shift();
    chars -= text?.length ?? 0;
    steer();
    return text;
  };
  const serve = (): void => {
    if (reader === undefined) return;
    const { resolve, reject } = reader;
    const failure = ended?.failure;
    if (failure === undefined && waiting.length === 0 && ended === undefined) return;
    reader = undefined;
    if (failure === undefined) resolve(take());
    else reject(failure.error);
  };
  return {
    push: (text) => {
      if (ended !== undefined) return;
      waiting.push(text);
      chars += text.length;
      steer();
      serve();
    },
    next: () =>
      new Promise((resolve, reject) => {
        reader = { resolve, reject };
        serve();
      }),
    end: (failure) => {
      ended ??= failure === undefined ? {} : { failure };
      serve();
    },
  };
}

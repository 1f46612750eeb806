/** What is known of a file before it is opened. */
export interface FileFacts {
  isFile: boolean;
  /** The permission bits, such as 0o600. */
  mode: number;
  /** Whether it belongs to the user who runs the program. */
  isOwn: boolean;
}

/** The few things that jobtrack does with files. Paths are absolute. */
export interface Files {
  /**
   * The text of a file; `undefined` when there is none. Rejects with the system's error when it can't be read, and
   * when it is longer than 1 MiB: no text that jobtrack reads is, and a device may have no end.
   */
  readText(path: string): Promise<string | undefined>;
  /** Follows no symbolic link at the path's end; `undefined` when there is nothing. */
  facts(path: string): Promise<FileFacts | undefined>;
  /** The path with every symbolic link followed; `undefined` when it leads to nothing that has a path, such as a pipe. */
  realPath(path: string): Promise<string | undefined>;
  /**
   * Writes a file of mode 0600, whole or not at all. A folder that is missing is made with mode 0700; one that is
   * there keeps its mode. Rejects with the system's error.
   */
  writePrivate(path: string, text: string): Promise<void>;
  /** Takes a file away; nothing happens when there is none. */
  remove(path: string): Promise<void>;
}

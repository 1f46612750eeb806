/** The part of the package that its own classes are made of: they lose output at a command's end, this does not. */
declare module '@lydell/node-pty/requireBinary.js' {
  export interface NativePty {
    /** Opens a pseudo-terminal: two file descriptors, and the path of the slave. */
    open(columns: number, rows: number): { master: number; slave: number; pty: string };
    /** Starts a program in a session of its own with a pseudo-terminal as its controlling terminal. */
    fork(
      file: string,
      args: readonly string[],
      environment: readonly string[],
      cwd: string,
      columns: number,
      rows: number,
      uid: number,
      gid: number,
      utf8: boolean,
      helperPath: string,
      onExit: (exitCode: number, signal: number) => void,
    ): { fd: number; pid: number; pty: string };
    resize(master: number, columns: number, rows: number): void;
  }
  const loader: { requireBinary(file: 'pty.node'): NativePty };
  export default loader;
}

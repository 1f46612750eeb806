/** The words of `-w`: a command's own view, shown again and again. */
export interface LiveMessages {
  /** What `-w, --watch [interval]` does, for the help. */
  flag: string;
  /** In place of lines, and of jobs, that there is no room for. */
  moreLines: (count: number, figure: string) => string;
  moreJobs: (count: number, figure: string) => string;
  /** Why there is no answer at the moment, on stderr; and that there are answers again, after so long. */
  noAnswer: (reason: string) => string;
  answersAgain: (duration: string) => string;
}

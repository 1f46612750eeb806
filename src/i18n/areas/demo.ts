/** The words of `jobtrack demo`. */
export interface DemoMessages {
  summary: string;
  examples: { plain: string };
  /** Above the view, while the job runs. */
  intro: string;
  /** The job's name. */
  jobName: string;
  /** After the end. */
  outro: string;
  /** What the four commands to try next do. */
  next: { serve: string; run: string; watch: string; help: string };
}

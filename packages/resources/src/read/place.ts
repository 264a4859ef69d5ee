/** Where something is read: what a run knows of the machine that it is on. */
export interface ReadPlace {
  /** The folder that paths are relative to. */
  readonly workingFolder: string;
  /** Environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where the command runs and writes; results go out, progress and errors to the other. */
export interface Terminal {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Whether what is written out may have colours. */
  readonly color: boolean;
  /** Environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The current folder. */
  readonly workingFolder: string;
  /** The folder of the ready packs of policies. */
  readonly packsFolder: string;
  /** The folder of the price book, with the facts and names that go with it. */
  readonly pricesFolder: string;
  /** The day in UTC, such as `2026-10-01`: what counts as today unless an option says otherwise. */
  readonly today: string;
}

import type { Readable, Writable } from 'node:stream';

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
  /** Where a person can be asked; absent where nobody is, as in a pipe or a job. */
  readonly dialog?: Dialog;
}

/** The keys that a person presses, and the screen that shows the questions. */
export interface Dialog {
  readonly input: Readable;
  readonly output: Writable;
}

/** Where the command writes; results go out, progress and errors to the other. */
export interface Terminal {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Whether what is written out may have colours. */
  readonly color: boolean;
}

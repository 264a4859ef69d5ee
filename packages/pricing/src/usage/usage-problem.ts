/** What is wrong in a usage file. With an error the value is not used; a warning is for keys that nobody reads. */
export interface UsageProblem {
  readonly severity: 'error' | 'warning';
  /** A sentence that says what to do. */
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place in a source file of the repository: path with forward slashes, relative to the repository's root; lines and columns from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** Where a subject is defined, with the module calls that lead there, outermost first. */
export interface Source extends SourcePlace {
  readonly callers?: readonly (SourcePlace & { readonly address: string })[];
}

/** What a verdict is about. The engine knows no kind of subject: gates name them (`resource`, `cost-change`, `finding`, …). */
export interface SubjectReference {
  readonly kind: string;
  /** Stable within one run: for a resource, its address. */
  readonly id: string;
}

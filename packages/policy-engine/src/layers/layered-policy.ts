import type { Located, Path } from '../documents/places.ts';
import type { ExceptionTerms, Layer, Match, OverrideTerms, Policy } from '../documents/policy.ts';
import type { JsonValue } from '../json.ts';
import type { Level, OnUnknown } from '../verdict.ts';

/** One policy made of what all layers say under its name. Nothing of it is compiled yet. */
export interface LayeredPolicy {
  readonly name: string;
  /** The version of the uppermost layer. */
  readonly version: string;
  readonly gate: string;
  readonly owners: readonly string[];
  readonly controls: readonly string[];
  /** The documents it was made of, the uppermost layer first. */
  readonly layers: readonly { readonly layer: Layer; readonly located: Located<Policy> }[];
  readonly params: ReadonlyMap<string, LayeredParam>;
  readonly rules: readonly LayeredRule[];
  /** The strictest of all layers. */
  readonly exceptions: ExceptionTerms;
}

/** The value of a parameter after all layers, and where it was declared. */
export interface LayeredParam {
  readonly type: string;
  readonly value: JsonValue;
  readonly declared: Located<Policy>;
}

/** A rule after all layers. */
export interface LayeredRule {
  readonly id: string;
  readonly level: Level;
  readonly onUnknown: OnUnknown;
  readonly description: string | null;
  readonly remedy: string | null;
  readonly controls: readonly string[];
  readonly override: OverrideTerms | null;
  /** Patterns of subjects that a lower layer was allowed to take out. */
  readonly exclude: readonly string[];
  /** What the layers demand: a subject keeps the rule when it keeps every clause that matches it. */
  readonly clauses: readonly Clause[];
}

/** What one layer demands under the id of a rule. */
export interface Clause {
  readonly located: Located<Policy>;
  /** The way to the rule in the document. */
  readonly path: Path;
  /** Both must hold: that of the policy and that of the rule. */
  readonly matches: readonly { readonly match: Match; readonly path: Path }[];
  readonly condition:
    | { readonly kind: 'assert'; readonly expression: string }
    | { readonly kind: 'form'; readonly form: string; readonly value: JsonValue };
  readonly message: string | null;
}

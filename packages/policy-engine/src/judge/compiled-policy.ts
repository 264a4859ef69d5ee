import type { Program } from '@tollgate/cel';
import type { Layer } from '../documents/policy.ts';
import type { FormCheck } from '../gates/gate.ts';
import type { Subject } from '../gates/subject.ts';
import type { JsonObject } from '../json.ts';
import type { PolicyHeader, RuleHeader } from '../policy.ts';
import type { SourcePlace } from '../subject.ts';
import type { NamesMatcher } from './pattern.ts';

/** A policy that is ready to judge the subjects of one gate. */
export interface CompiledPolicy<Data> extends PolicyHeader {
  readonly gate: string;
  /** Values of the parameters, as conditions read them. */
  readonly params: JsonObject;
  readonly rules: readonly CompiledRule<Data>[];
}

/** A rule that is ready to judge. */
export interface CompiledRule<Data> extends RuleHeader {
  /** Subjects that a lower layer took out; null for none. */
  readonly isExcluded: NamesMatcher | null;
  /** A subject keeps the rule when it keeps every clause that matches it. */
  readonly clauses: readonly CompiledClause<Data>[];
}

/** What one layer demands. */
export interface CompiledClause<Data> {
  readonly layer: Layer;
  /** Where the rule stands in its document. */
  readonly place: SourcePlace;
  /** What a subject must be to be judged at all. */
  readonly filters: readonly SubjectFilter[];
  /** What was asked for: `match.actions` or `match.resources` is given, see `Subject.unlessAsked`. */
  readonly asksFor: ReadonlySet<'action' | 'name'>;
  /** The clause is about subjects for which all of these hold. */
  readonly whens: readonly Expression[];
  readonly condition: CompiledCondition<Data>;
  readonly message: Message | null;
}

/** One part of a match that needs no evaluation. */
export interface SubjectFilter {
  readonly part: 'resources' | 'actions' | 'changedOnly';
  readonly place: SourcePlace;
  readonly accepts: (subject: Subject<unknown>) => boolean;
}

export type CompiledCondition<Data> =
  | { readonly kind: 'assert'; readonly expression: Expression }
  | { readonly kind: 'form'; readonly form: string; readonly place: SourcePlace; readonly check: FormCheck<Data> };

/** A compiled expression that knows where it is written. */
export interface Expression {
  readonly program: Program;
  /** Makes a program of a part of it, for those who want to know the part's value. It sees the same names, and `locals`. */
  readonly compilePart: (source: string, locals: readonly string[]) => Program;
  /** The place in the file of a line and column of the expression. */
  readonly placeOf: (line: number, column: number) => SourcePlace;
}

/** A message whose parts are texts and expressions. */
export type Message = readonly (string | Expression)[];

import type { Source, SubjectReference } from '@tollgate/policy-engine';

/** What a rule that is broken wants of the tags of one subject. */
export type Want =
  | {
      readonly kind: 'add';
      readonly key: string;
      /** The value, where the rule allows no other one. */
      readonly only: string | null;
      /** What the rule says against a value, as the rest of a sentence that begins with it; null when nothing. */
      readonly mistake: (value: string) => string | null;
    }
  | { readonly kind: 'rename'; readonly key: string; readonly to: string }
  | { readonly kind: 'set'; readonly key: string; readonly to: string }
  | { readonly kind: 'remove'; readonly key: string }
  /** Nobody but a person can tell what is wanted. */
  | { readonly kind: 'none'; readonly key: string | null; readonly reason: string };

/** A want with the rule that it comes from, and the resource or provider that it is about. */
export interface Demand {
  readonly policy: string;
  readonly rule: string;
  readonly subject: SubjectReference;
  /** Where the subject, or the attribute with its tags, is written. */
  readonly source: Source | null;
  readonly want: Want;
}

/** Names a subject: addresses of resources and keys of providers can be the same. */
export function subjectKey({ kind, id }: SubjectReference): string {
  return `${kind} ${id}`;
}

/** Names a rule and a subject that breaks it. */
export function violationKey(found: Pick<Demand, 'policy' | 'rule' | 'subject'>): string {
  return JSON.stringify([found.policy, found.rule, subjectKey(found.subject)]);
}

/** Names a demand, so that it can be found again after an edit. */
export function demandKey(demand: Demand): string {
  const { want } = demand;
  return `${violationKey(demand)} ${JSON.stringify([want.kind, want.key, 'to' in want ? want.to : null])}`;
}

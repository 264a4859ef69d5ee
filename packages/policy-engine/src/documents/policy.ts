import type { JsonObject, JsonValue } from '../json.ts';
import type { Level, OnUnknown } from '../verdict.ts';

/** From the one that says most to the one that says least: a lower layer may tighten what an upper one says. */
export type Layer = 'org' | 'team' | 'repository' | 'environment';

export const layers: readonly Layer[] = ['org', 'team', 'repository', 'environment'];

/** A policy as it is written in YAML, checked against `schema/policy.json`. */
export interface Policy {
  readonly apiVersion: 'tollgate/v1';
  readonly kind: 'Policy';
  readonly metadata: {
    readonly name: string;
    /** Semantic version; `0.0.0` unless given. */
    readonly version?: string;
    readonly description?: string;
    readonly owners?: readonly string[];
    /** Identifiers of the controls that it serves: `CIS-AWS-2.1.1`. */
    readonly controls?: readonly string[];
    /** `repository` unless given. */
    readonly layer?: Layer;
    /** The environment that a policy of the layer `environment` is for. */
    readonly environment?: string;
  };
  readonly spec: {
    readonly gate: string;
    readonly match?: Match;
    readonly params?: { readonly [name: string]: Param };
    readonly exceptions?: ExceptionTerms;
    readonly rules: readonly Rule[];
  };
}

/** Which subjects are judged. */
export interface Match {
  /** Patterns of types and addresses; one that begins with `!` takes out. The last one that matches counts. */
  readonly resources?: readonly string[];
  /** What happens to the subject: `create`, `update`, `replace`, `delete`, `forget`, `read`, `no-op`. */
  readonly actions?: readonly string[];
  /** Only what the change touches. */
  readonly changedOnly?: boolean;
  /** A condition in CEL. */
  readonly when?: string;
}

/** What a lower layer may do with a parameter. */
export type ParamChange = 'add' | 'remove' | 'raise' | 'lower' | 'replace';

/** A parameter: declared by the upper layer, changed by a lower one. */
export interface Param {
  /** `string`, `number`, `bool`, `list<string>`, `list<number>`, `map<string>`. Needed where it is declared. */
  readonly type?: string;
  readonly description?: string;
  readonly default?: JsonValue;
  readonly childMay?: readonly ParamChange[];
  /** A lower layer's changes. */
  readonly value?: JsonValue;
  readonly add?: readonly JsonValue[];
  readonly remove?: readonly JsonValue[];
}

/** What exceptions from the rules of a policy have to keep to. */
export interface ExceptionTerms {
  /** The most days from creation (or the day of the run) to expiry. */
  readonly maxDays?: number;
  /** What follows when an exception is added by the very change that it is for; `warn` unless given. */
  readonly sameChange?: 'allow' | 'warn' | 'deny';
}

/** Ways in which a lower layer may loosen a rule. */
export type RuleLoosening = 'level' | 'onUnknown' | 'disable' | 'exclude' | 'override';

export interface Rule {
  readonly id: string;
  /** `hard-mandatory` unless given. */
  readonly level?: Level;
  /** `warn` unless given. */
  readonly onUnknown?: OnUnknown;
  readonly description?: string;
  /** How to mend a violation: a sentence for the report. */
  readonly remedy?: string;
  readonly controls?: readonly string[];
  readonly match?: Match;
  /** A condition in CEL that must hold. */
  readonly assert?: string;
  /** Text with `${}` expressions, for a subject that does not hold. */
  readonly message?: string;
  readonly override?: OverrideTerms;
  readonly childMay?: readonly RuleLoosening[];
  /** In a lower layer: do not judge this rule. A loosening. */
  readonly disable?: boolean;
  /** In a lower layer: patterns of subjects that are not judged. A loosening. */
  readonly exclude?: readonly string[];
  /** A gate's own form of a rule stands under its name: `tags: { Owner: {} }`. */
  readonly [form: string]: JsonValue | Match | OverrideTerms | undefined;
}

/** Who may override a soft-mandatory rule. */
export interface OverrideTerms {
  /** `user:name` or `team:name`. */
  readonly approvers: readonly string[];
  /** 1 unless given. */
  readonly minApprovals?: number;
}

/** The parts of a rule that are not a gate's form. */
export const ruleKeys = [
  'id',
  'level',
  'onUnknown',
  'description',
  'remedy',
  'controls',
  'match',
  'assert',
  'message',
  'override',
  'childMay',
  'disable',
  'exclude',
] as const;

export type RuleForms = JsonObject;

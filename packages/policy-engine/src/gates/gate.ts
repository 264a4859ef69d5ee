import type { CustomFunction, JsonSchema } from '@tollgate/cel';
import type { Validator } from '../documents/validator.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Outcome, VerdictEvidence } from '../verdict.ts';
import type { Subject } from './subject.ts';

/** What a gate tells the engine, which knows none of them. */
export interface Gate<Data> {
  /** As policies name it: `resource`, `tags`, `cost`. */
  readonly name: string;
  /** A JSON Schema of the input of conditions. Its properties are the variables; `params` and `now` are the engine's. */
  readonly schema: JsonSchema;
  readonly functions?: readonly CustomFunction[];
  /**
   * How the second name of a subject is made of its first one, which `{}` stands for: for a resource, whose names are type
   * and address, `{}.*`, `data.{}.*` and `module.*.{}.*`. With it, patterns that have no subject in common are found when
   * policies are loaded; without it, two names of a subject are taken to be any two texts.
   */
  readonly nameForms?: readonly string[];
  /** The variables that somebody can change, which advice is limited to: a price is what it is. All of them unless given. */
  readonly changeable?: readonly string[];
  /** Forms of rules beside `assert`. */
  readonly forms?: readonly RuleForm<Data>[];
  /** How the cases of policy tests are given; absent for a gate that cannot be tested so. */
  readonly given?: GivenForm<Data>;
}

/** A gate's own form of a rule. */
export interface RuleForm<Data> {
  /** The key in the rule: `tags`. */
  readonly name: string;
  /** A JSON Schema of the value, after `$params.name` was replaced. */
  readonly schema: JsonObject;
  /** The check of the schema. */
  readonly validate: Validator<JsonValue>;
  /**
   * Makes the check of a rule; a form that has to load something gives a promise of it.
   * @throws FormError for a value that the schema allows and that means nothing.
   */
  compile(value: JsonValue, where: FormPlace): FormCheck<Data> | Promise<FormCheck<Data>>;
  /** Sentences about two rules of this form that no subject can keep at once; none when they can. */
  conflicts?(one: JsonValue, other: JsonValue): readonly string[];
}

/** Where a rule is written. */
export interface FormPlace {
  /** The file of the policy, as problems name it. */
  readonly file: string;
}

/** Checks one subject; not called for one that does not match. */
export interface FormCheck<Data> {
  (subject: Subject<Data>): FormResult;
  /** `sha256:` and the hash of what the check is made of beside its value: it counts in the digest of the policy. */
  readonly digest?: string;
}

/** What a rule form says of a subject. */
export interface FormResult {
  readonly outcome: Exclude<Outcome, 'excepted'>;
  /** One sentence; the rule's own message takes its place when it fails. */
  readonly message: string;
  readonly missing?: readonly string[];
  readonly evidence?: readonly VerdictEvidence[];
}

/** A mistake in the value of a rule form, with the way into it. */
export class FormError extends Error {
  override readonly name = 'FormError';
  readonly path: readonly (string | number)[];

  constructor(path: readonly (string | number)[], message: string) {
    super(message);
    this.path = path;
  }
}

/** Reads what a test case gives as subjects. */
export interface GivenForm<Data> {
  /** A JSON Schema of `given`. */
  readonly schema: JsonObject;
  /** @throws Error whose message is a sentence, when the case cannot be read. */
  subjects(given: JsonObject): readonly Subject<Data>[];
}

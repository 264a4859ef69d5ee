import { dataMistakes } from '../documents/data-mistakes.ts';
import type { Path } from '../documents/places.ts';
import type { Mistake } from '../documents/schema-mistakes.ts';
import type { Gate } from '../gates/gate.ts';
import type { JsonObject } from '../json.ts';
import { compilePolicy } from '../judge/compile-policy.ts';
import { judge } from '../judge/judge.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import type { ConflictGate } from '../layers/prepared-clause.ts';
import { noneBeside, type ReadBeside } from '../packs/beside.ts';
import type { Problem } from '../problem.ts';
import { withRego } from '../rego/form.ts';
import type { RuleResult } from '../verdict.ts';

/** A gate as tests of policies need it, whatever it knows of its subjects. */
export interface TestGate {
  readonly gate: ConflictGate;
  /** What is wrong with the form of `given`; null for a gate whose policies cannot be tested. */
  readonly givenMistakes: ((given: JsonObject, base: Path) => Promise<readonly Mistake[]>) | null;
  /** Makes a policy ready for cases. Without `readBeside` there are no files beside policies. */
  prepare(policy: LayeredPolicy, readBeside?: ReadBeside): Promise<PreparedPolicy>;
}

/** A policy that is ready for cases, unless there are problems. */
export interface PreparedPolicy {
  readonly problems: readonly Problem[];
  /** Judges what a case gives, on a day. */
  judge(given: JsonObject, now: string): JudgedCase;
}

export type JudgedCase =
  | { readonly kind: 'judged'; readonly results: readonly RuleResult[] }
  /** What is given cannot be read; the message is a sentence. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Makes a gate ready for tests of its policies. */
export function testGate<Data>(gate: Gate<Data>): TestGate {
  const { given: form } = gate;
  return {
    gate,
    givenMistakes: form === undefined ? null : (given, base) => dataMistakes(form.schema, given, base),
    async prepare(policy, readBeside = noneBeside) {
      const { policy: compiled, problems } = await compilePolicy(policy, withRego(gate, readBeside));
      return {
        problems,
        judge(given, now) {
          if (compiled === null || form === undefined) return { kind: 'unreadable', message: 'The policy is broken.' };
          const subjects = subjectsOf(() => form.subjects(given));
          if ('message' in subjects) return { kind: 'unreadable', message: subjects.message };
          const results = judge([compiled], subjects.read, { now }).flatMap((judged) => judged.results);
          return { kind: 'judged', results };
        },
      };
    },
  };
}

function subjectsOf<Subjects>(read: () => Subjects): { readonly read: Subjects } | { readonly message: string } {
  try {
    return { read: read() };
  } catch (error) {
    if (error instanceof Error) return { message: error.message };
    throw error;
  }
}

import type { Gate } from '../gates/gate.ts';
import type { Subject } from '../gates/subject.ts';
import { compilePolicy } from '../judge/compile-policy.ts';
import type { CompiledPolicy } from '../judge/compiled-policy.ts';
import { type Explanation, explainResult } from '../judge/explain.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import { noneBeside, type ReadBeside } from '../packs/beside.ts';
import { withRego } from '../rego/form.ts';

/** A gate with its subjects, ready to say why rules judge one of them as they do. */
export interface ExplainWork {
  readonly gate: string;
  /** All subjects, whatever the gate knows of them. */
  subjects(): readonly Pick<Subject<unknown>, 'reference' | 'source'>[];
  /** What the rules of policies of this gate say of the subject of an id; none when it has no such subject. */
  explain(
    policies: readonly LayeredPolicy[],
    id: string,
    now: string,
    readBeside?: ReadBeside,
  ): Promise<readonly Explanation[]>;
}

/** Puts a gate to work on explanations. The policies have to be free of problems, as a run finds them. */
export function explainWork<Data>(gate: Gate<Data>, subjects: () => readonly Subject<Data>[]): ExplainWork {
  return {
    gate: gate.name,
    subjects,
    async explain(policies, id, now, readBeside = noneBeside) {
      const found = subjects().filter(({ reference }) => reference.id === id);
      if (found.length === 0) return [];
      const compiled: CompiledPolicy<Data>[] = [];
      const whole = withRego(gate, readBeside);
      for (const policy of policies.filter((each) => each.gate === gate.name)) {
        const result = await compilePolicy(policy, whole);
        if (result.policy !== null) compiled.push(result.policy);
      }
      const options = { now, ...(gate.changeable === undefined ? {} : { changeable: gate.changeable }) };
      return compiled.flatMap((policy) =>
        policy.rules.flatMap((rule) => found.map((subject) => explainResult(policy, rule.id, subject, options))),
      );
    },
  };
}

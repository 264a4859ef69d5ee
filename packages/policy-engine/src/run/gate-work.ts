import type { JudgedPolicy } from '../decide.ts';
import type { Gate } from '../gates/gate.ts';
import type { Subject } from '../gates/subject.ts';
import { compilePolicy } from '../judge/compile-policy.ts';
import type { CompiledPolicy } from '../judge/compiled-policy.ts';
import { judge } from '../judge/judge.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import type { ConflictGate } from '../layers/prepared-clause.ts';
import { noneBeside, type ReadBeside } from '../packs/beside.ts';
import type { PolicyHeader } from '../policy.ts';
import type { Problem } from '../problem.ts';
import { withRego } from '../rego/form.ts';

/** A gate with its subjects, whatever it knows of them. */
export interface GateWork {
  readonly gate: ConflictGate;
  /** Compiles the policies that are for this gate. Without `readBeside` there are no files beside policies. */
  compile(policies: readonly LayeredPolicy[], readBeside?: ReadBeside): Promise<CompiledWork>;
}

/** A gate that is ready to judge, unless there are problems. */
export interface CompiledWork {
  readonly policies: readonly PolicyHeader[];
  readonly problems: readonly Problem[];
  /** Judges all subjects on a day; asks for the subjects only when there are policies. */
  judge(now: string): WorkDone;
}

/** What a gate found. */
export interface WorkDone {
  readonly judged: readonly JudgedPolicy[];
  readonly subjects: readonly Pick<Subject<unknown>, 'reference' | 'names'>[];
}

/** Puts a gate to work on its subjects, which are made when they are needed. Beside its own forms it has that of Rego. */
export function gateWork<Data>(gate: Gate<Data>, subjects: () => readonly Subject<Data>[]): GateWork {
  return {
    gate,
    async compile(policies, readBeside = noneBeside) {
      const whole = withRego(gate, readBeside);
      const compiled: CompiledPolicy<Data>[] = [];
      const problems: Problem[] = [];
      for (const policy of policies.filter((each) => each.gate === gate.name)) {
        const result = await compilePolicy(policy, whole);
        problems.push(...result.problems);
        if (result.policy !== null) compiled.push(result.policy);
      }
      return {
        policies: compiled,
        problems,
        judge(now) {
          if (compiled.length === 0) return { judged: [], subjects: [] };
          const all = subjects();
          return { judged: judge(compiled, all, { now }), subjects: all };
        },
      };
    },
  };
}

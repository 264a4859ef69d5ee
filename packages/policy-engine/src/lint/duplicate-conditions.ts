import { placeText } from '../layers/layer-report.ts';
import type { Clause, LayeredPolicy } from '../layers/layered-policy.ts';
import type { Problem } from '../problem.ts';

/** Rules that demand of the same subjects what another rule demands already. */
export function duplicateConditions(policies: readonly LayeredPolicy[]): readonly Problem[] {
  const first = new Map<string, { readonly name: string; readonly clause: Clause }>();
  const problems: Problem[] = [];
  for (const policy of policies) {
    for (const { id, clauses } of policy.rules) {
      for (const clause of clauses) {
        const key = demandText(policy, clause);
        const known = first.get(key);
        const name = `${policy.name}/${id}`;
        if (known === undefined) first.set(key, { name, clause });
        else {
          const { places } = clause.located;
          const before = `${known.name}" at ${placeText(known.clause.located, known.clause.path)}`;
          const message = `Rule "${name}" demands the same of the same subjects as rule "${before}. Keep one of them.`;
          problems.push({ file: places.file, ...places.at(clause.path), message });
        }
      }
    }
  }
  return problems;
}

/** What a clause demands and of which subjects; parameters are those of their policy. */
function demandText(policy: LayeredPolicy, { condition, matches }: Clause): string {
  const demand = JSON.stringify([policy.gate, condition, matches.map(({ match }) => match)]);
  return demand.includes('params') ? `${policy.name} ${demand}` : demand;
}

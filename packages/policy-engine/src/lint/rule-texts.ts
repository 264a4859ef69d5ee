import { quote } from '../documents/quote.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import type { Problem } from '../problem.ts';

/** Rules of which reports cannot say what they are for, or how to mend a violation. */
export function undescribedRules({ rules }: LayeredPolicy): readonly Problem[] {
  return rules.flatMap(({ id, description, remedy, clauses: [clause] }) => {
    if (clause === undefined) return [];
    const { places } = clause.located;
    const lacking = lackingText(description === null, remedy === null);
    if (lacking === null) return [];
    const message = `Rule ${quote(id)} ${lacking}`;
    return [{ file: places.file, ...places.at([...clause.path, 'id']), message }];
  });
}

function lackingText(lacksDescription: boolean, lacksRemedy: boolean): string | null {
  if (lacksDescription && lacksRemedy) {
    return 'says neither what it is for nor how to mend a violation: add a "description" and a "remedy".';
  }
  if (lacksDescription) return 'does not say what it is for: add a "description".';
  return lacksRemedy ? 'does not say how to mend a violation: add a "remedy".' : null;
}

/** Rules that only an approver can let pass, and that neither name one nor leave the naming to a lower layer. */
export function rulesWithoutApprover({ rules, layers }: LayeredPolicy): readonly Problem[] {
  return rules.flatMap(({ id, level, override }) => {
    if (level !== 'soft-mandatory' || (override !== null && override.approvers.length > 0)) return [];
    const problems = layers.flatMap(({ located: { document, places } }) =>
      document.spec.rules.flatMap((rule, index) =>
        rule.id === id && rule.level === level && rule.childMay?.includes('override') !== true
          ? [{ file: places.file, ...places.at(['spec', 'rules', index, 'level']), message: withoutApprover(id) }]
          : [],
      ),
    );
    return problems.slice(-1);
  });
}

function withoutApprover(id: string): string {
  return `Rule ${quote(id)} is soft-mandatory, and nobody may override it. Name approvers in "override", or make it hard-mandatory.`;
}

import type { CheckAnnotation } from '@tollgate/github';
import type { Decision } from '@tollgate/policy-engine';

/** The verdicts that have a place and an effect, as remarks on lines. */
export function annotationsOf(decision: Decision): CheckAnnotation[] {
  return decision.verdicts.flatMap(({ source, effect, policy, rule, subject, message }) =>
    source === undefined || effect === 'none'
      ? []
      : [
          {
            path: source.file,
            startLine: source.startLine,
            endLine: source.endLine ?? source.startLine,
            level: effect === 'warn' ? 'warning' : 'failure',
            title: `${policy}/${rule}`,
            message: `${subject.id}: ${message.replaceAll('`', '')}`,
          },
        ],
  );
}

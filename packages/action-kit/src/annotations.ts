import type { CheckAnnotation } from '@tollgate/github';
import type { Decision } from '@tollgate/policy-engine';
import type { GateResult } from './run.ts';

/** What remarks on lines are made of. */
export type Annotated = Pick<GateResult<string>, 'report' | 'annotations'>;

/** The verdicts that have a place and an effect, as remarks on lines, and those that the gate makes itself. */
export function annotationsOf({ report, annotations = [] }: Annotated): readonly CheckAnnotation[] {
  return [...verdictAnnotations(report.decision), ...annotations];
}

function verdictAnnotations({ verdicts }: Decision): readonly CheckAnnotation[] {
  return verdicts.flatMap(({ source, effect, policy, rule, subject, message }) =>
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

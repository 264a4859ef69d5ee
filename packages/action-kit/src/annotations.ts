import type { CheckAnnotation } from '@tollgate/github';
import type { Decision } from '@tollgate/policy-engine';
import { visible } from '@tollgate/reporting';
import type { GateResult } from './run.ts';

/** What remarks on lines are made of. */
export type Annotated = Pick<GateResult<string>, 'report' | 'annotations'>;

/**
 * The verdicts that have a place and an effect, as remarks on lines, and those that the gate makes itself. GitHub shows them as plain
 * text, in which names of a stranger must not turn the direction or hide.
 */
export function annotationsOf({ report, annotations = [] }: Annotated): readonly CheckAnnotation[] {
  return [...verdictAnnotations(report.decision), ...annotations].map((annotation) => ({
    ...annotation,
    title: visible(annotation.title),
    message: visible(annotation.message),
  }));
}

/** What is found of several instances of one block, in the same words, is one remark: they are written on the same lines. */
function verdictAnnotations({ verdicts }: Decision): readonly CheckAnnotation[] {
  const groups = Map.groupBy(verdicts, ({ source, effect, policy, rule, message }) =>
    JSON.stringify([source?.file, source?.startLine, source?.endLine, effect, policy, rule, message]),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first?.source === undefined || first.effect === 'none') return [];
    const { source, effect, policy, rule, subject, message } = first;
    const more = others.length === 0 ? '' : ` and ${others.length.toLocaleString('en-US')} more`;
    return [
      {
        path: source.file,
        startLine: source.startLine,
        endLine: source.endLine ?? source.startLine,
        level: effect === 'warn' ? 'warning' : 'failure',
        title: `${policy}/${rule}`,
        message: `${subject.id}${more}: ${message.replaceAll('`', '')}`,
      },
    ];
  });
}

import { locate } from '@tollgate/hcl';
import type { Message, Place } from '../message.ts';
import type { ModuleRun } from '../run/module-run.ts';
import type { EvaluationDiagnostic, ResourceSourceLines, SourceLines } from './evaluation.ts';

/** sourceLines gives the lines and columns of a place. */
export function sourceLines({ source, range }: Place): SourceLines {
  return locate(source, range);
}

/** callersOf lists the module calls that lead to a module instance, outermost first. */
export function callersOf(run: ModuleRun): ResourceSourceLines['callers'] {
  const callers: (SourceLines & { readonly address: string })[] = [];
  for (let at: ModuleRun | undefined = run; at?.parent !== undefined; at = at.parent) {
    if (at.node.call !== undefined) callers.unshift({ address: at.address, ...sourceLines(at.node.call.block) });
  }
  return callers;
}

/** toDiagnostic makes plain data of a message. */
export function toDiagnostic({ severity, summary, detail, at }: Message): EvaluationDiagnostic {
  return { severity, summary, detail, source: at === undefined ? null : sourceLines(at) };
}

import type { WrittenReference } from '../config/written-references.ts';
import { errorMessage, type Message, placeOf } from '../message.ts';
import type { ModuleNode } from '../module-tree.ts';
import { checkUnit } from './check-references.ts';
import { isReferenceProblem, parseReference, referenceRange } from './reference.ts';

/** checkDependsOn reports the first reference of a `depends_on` list that leads nowhere, or to a part of something. */
export function checkDependsOn(module: ModuleNode, dependsOn: readonly WrittenReference[]): Message[] {
  for (const { source, traversal } of dependsOn) {
    const reference = parseReference(traversal);
    if (isReferenceProblem(reference)) {
      return [errorMessage(placeOf(source, reference.range), reference.summary, reference.detail)];
    }
    const { end } = referenceRange(traversal, reference);
    if (traversal.end > end) {
      const detail =
        'References in depends_on must be to a whole object (resource, etc), not to an attribute of an object.';
      const rest = { start: end, end: traversal.end };
      return [errorMessage(placeOf(source, rest), 'Invalid depends_on reference', detail)];
    }
    const value = { source, expression: traversal, references: [traversal] };
    const expressions = [{ value, iterators: new Set<string>() }];
    const messages = checkUnit({ module, expressions, repetition: 'none', self: false }, undefined);
    if (messages.length > 0) return messages;
  }
  return [];
}
